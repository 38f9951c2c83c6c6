package io.tillbot.core.execution;

import io.tillbot.core.operation.Note;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why an operation was not sent, or how it was settled; its word is noted in the ledger. */
enum Reason {
  CHANGED,
  REFUSED_NOW,
  LOCKED,
  BUSY,
  NOT_LINKED,
  OTHER_ACCOUNT,
  POLICY,
  BROKEN_HERE,
  NOT_READABLE,
  PROVEN_DONE,
  PROVEN_NOT_DONE;

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The sentence for what was noted; a person's own words have none. */
  static Optional<Text> sentence(String noted) {
    return Arrays.stream(values())
        .filter(reason -> reason.word().equals(noted))
        .findFirst()
        .map(reason -> Text.of("reason." + reason.word()));
  }

  /** What was noted of the operation's end, for the reader. */
  static Optional<Text> of(Operation operation) {
    return operation
        .note(Note.REASON)
        .map(noted -> sentence(noted).orElseGet(() -> Text.of("reason.words", Value.data(noted))));
  }
}
