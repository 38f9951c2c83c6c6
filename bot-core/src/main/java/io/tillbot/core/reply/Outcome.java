package io.tillbot.core.reply;

import java.time.Instant;

/** How a command ended, with the card that says so. */
public sealed interface Outcome {
  Reply reply();

  /** It was done, or what was asked for is on the card. */
  record Answered(Reply reply) implements Outcome {}

  /**
   * It goes on without the person: held, or waiting for an approval.
   *
   * @param until when it ends by itself at the latest
   */
  record Pending(Reply reply, Instant until) implements Outcome {}

  /** The card is a preview; nothing happens before it is confirmed. */
  record NeedsConfirmation(Reply reply) implements Outcome {}

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
