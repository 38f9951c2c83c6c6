package io.tillbot.core.reply;

import io.tillbot.core.access.TicketId;
import java.time.Instant;

/** How a command ended, with the card that says so. */
public sealed interface Outcome {
  Reply reply();

  /** The same end with another card, such as one page of it. */
  default Outcome with(Reply other) {
    return switch (this) {
      case Answered _ -> new Answered(other);
      case Pending(_, Instant until) -> new Pending(other, until);
      case NeedsConfirmation(_, TicketId ticket) -> new NeedsConfirmation(other, ticket);
      case NeedsInput(_, Form form) -> new NeedsInput(other, form);
      case NeedsLink _ -> new NeedsLink(other);
      case Refused _ -> new Refused(other);
      case Unknown _ -> new Unknown(other);
      case Unavailable _ -> new Unavailable(other);
    };
  }

  /** The card's own tone; an end that is not a good one is marked also where the card has none. */
  default Tone tone() {
    return reply().tone() != Tone.NEUTRAL
        ? reply().tone()
        : switch (this) {
          case Answered _, Pending _, NeedsConfirmation _, NeedsInput _, NeedsLink _ ->
              Tone.NEUTRAL;
          case Refused _, Unknown _ -> Tone.WARNING;
          case Unavailable _ -> Tone.BAD;
        };
  }

  /** Its name for programs and for the audit trail: {@code needs_confirmation}. */
  default String word() {
    return switch (this) {
      case Answered _ -> "answered";
      case Pending _ -> "pending";
      case NeedsConfirmation _ -> "needs_confirmation";
      case NeedsInput _ -> "needs_input";
      case NeedsLink _ -> "needs_link";
      case Refused _ -> "refused";
      case Unknown _ -> "unknown";
      case Unavailable _ -> "unavailable";
    };
  }

  /** It was done, or what was asked for is on the card. */
  record Answered(Reply reply) implements Outcome {}

  /**
   * It goes on without the person: held, or waiting for an approval.
   *
   * @param until when it ends by itself at the latest
   */
  record Pending(Reply reply, Instant until) implements Outcome {}

  /**
   * The card is a preview; nothing happens before its owner confirms it.
   *
   * @param ticket what to confirm or to stop; the card's buttons carry it too
   */
  record NeedsConfirmation(Reply reply, TicketId ticket) implements Outcome {}

  /** Questions are to be answered first. */
  record NeedsInput(Reply reply, Form form) implements Outcome {}

  /** No credential of the caller is kept, or the kept one is no longer accepted. */
  record NeedsLink(Reply reply) implements Outcome {}

  /** We or the API said no; nothing changed. */
  record Refused(Reply reply) implements Outcome {}

  /** A write was sent and nobody knows yet whether it was done. */
  record Unknown(Reply reply) implements Outcome {}

  /** The API or our own infrastructure does not work now; nothing changed. */
  record Unavailable(Reply reply) implements Outcome {}
}
