package io.tillbot.adapter.slack.fake;

import java.util.Set;

/**
 * A channel or a direct message.
 *
 * @param members the ids of those in it; {@link Team#BOT} when the app is
 */
public record Conversation(String id, String name, Kind kind, Set<String> members) {
  /** What it is. */
  public enum Kind {
    PUBLIC("channels:read"),
    PRIVATE("groups:read"),
    DIRECT("im:read"),
    GROUP("mpim:read");

    private final String scope;

    Kind(String scope) {
      this.scope = scope;
    }

    /** Without it {@code conversations.info} tells nothing. */
    String scope() {
      return scope;
    }
  }

  public Conversation {
    members = Set.copyOf(members);
  }

  /** Its name in the payload of a slash command. */
  String nameInCommands() {
    return switch (kind) {
      case PUBLIC -> name;
      case PRIVATE -> "privategroup";
      case DIRECT -> "directmessage";
      case GROUP -> "mpdm-" + name;
    };
  }

  /** How a transcript calls it. */
  String shown() {
    return switch (kind) {
      case PUBLIC -> "#" + name;
      case PRIVATE -> "#" + name + " (private channel)";
      case DIRECT -> "the direct message";
      case GROUP -> "the group message";
    };
  }
}
