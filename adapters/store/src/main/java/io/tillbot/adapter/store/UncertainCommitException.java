package io.tillbot.adapter.store;

/** The commit itself failed: whether the unit of work is kept, nobody knows. */
final class UncertainCommitException extends RuntimeException {
  UncertainCommitException(Throwable cause) {
    super(cause);
  }
}
