package io.tillbot.adapter.billing;

import io.tillbot.core.billing.ApiResult.UnknownCause;

/**
 * An answer that does not hold what it must, or says two things at once. Never leaves this package;
 * its message names fields and kinds, never their content.
 */
final class BrokenAnswerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final UnknownCause unknownCause;

  BrokenAnswerException(String what) {
    this(UnknownCause.BROKEN_ANSWER, what);
  }

  BrokenAnswerException(UnknownCause unknownCause, String what) {
    super(what, null, false, false);
    this.unknownCause = unknownCause;
  }

  UnknownCause unknownCause() {
    return unknownCause;
  }
}
