package io.tillbot.adapter.discord;

import io.tillbot.core.access.TicketId;
import java.util.Optional;

/** What a button of ours carries: what a press means, and the opaque ticket that it is for. */
record CustomId(Kind kind, TicketId ticket) {

  /** What a press means. */
  enum Kind {
    /** Runs a command; its answer is a message of its own. */
    RUN("r:"),
    /** Shows another page in the message's place. */
    PAGE("p:"),
    /** Carries out what the message previews. */
    CONFIRM("c:"),
    /** Forgets what the message previews. */
    STOP("s:"),
    /** Shows everybody, redacted, what the message shows its reader. */
    SHARE("h:");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }
  }

  /** As Discord keeps it: at most 100 characters. */
  String text() {
    return kind.prefix + ticket.value();
  }

  /** What {@link #text()} came from; empty for a button that is not ours, or is malformed. */
  static Optional<CustomId> of(String text) {
    for (Kind kind : Kind.values()) {
      if (text.startsWith(kind.prefix)) {
        String ticket = text.substring(kind.prefix.length());
        return TicketId.isId(ticket)
            ? Optional.of(new CustomId(kind, new TicketId(ticket)))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
