package io.tillbot.adapter.sandbox.rule;

import io.tillbot.adapter.sandbox.answer.Failure;
import java.io.Serial;
import java.util.List;

/** Ends a rule with a refusal, so that nothing of its change is kept; caught in one place. */
final class Refused extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  private final transient Failure failure;

  Refused(Failure failure) {
    super(failure.message(), null, false, false);
    this.failure = failure;
  }

  /** {@code {code: -1, message}}. */
  Refused(String message) {
    this(Failure.of(message));
  }

  static Refused withCode(int code, String message) {
    return new Refused(new Failure(Failure.Form.CODE_MESSAGE, code, message, List.of()));
  }

  static Refused as(Failure.Form form, String message) {
    return new Refused(new Failure(form, -1, message, List.of()));
  }

  Failure failure() {
    return failure;
  }
}
