package io.tillbot.core.execution;

import io.tillbot.core.operation.Note;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.operation.State;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Why an operation was not sent, or how it was settled; its word is noted in the ledger. What a
 * person says instead is noted with a mark before it, so that the two are never taken for one
 * another.
 */
public enum Reason {
  CHANGED,
  REFUSED_NOW,
  LOCKED,
  BUSY,
  NOT_LINKED,
  OTHER_ACCOUNT,
  POLICY,
  BROKEN_HERE,
  TOO_LATE,
  OVERDUE,
  NOT_READABLE,
  UNINSTALLED,
  PROVEN_DONE,
  PROVEN_NOT_DONE;

  private static final String SAID = ": ";

  /** The keys of their sentences. */
  public static List<String> keys() {
    return Arrays.stream(values()).map(Reason::key).toList();
  }

  private String key() {
    return "reason." + word();
  }

  /** As a person's own words are noted. */
  static String said(String words) {
    return SAID + words;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** An unknown operation as a read, or the API's clear word, settles it. */
  static Operation proven(Operation unknown, State end, Instant now) {
    Reason reason = end == State.SETTLED_DONE ? PROVEN_DONE : PROVEN_NOT_DONE;
    return unknown.noting(Note.REASON, reason.word()).to(end, now);
  }

  /** What was noted of the operation, for the reader; nothing of what this version never noted. */
  static Optional<Text> of(Operation operation) {
    return operation.note(Note.REASON).flatMap(Reason::sentence);
  }

  private static Optional<Text> sentence(String noted) {
    return noted.startsWith(SAID)
        ? Optional.of(Text.of("reason.words", Value.data(noted.substring(SAID.length()))))
        : Arrays.stream(values())
            .filter(reason -> reason.word().equals(noted))
            .findFirst()
            .map(reason -> Text.of(reason.key()));
  }
}
