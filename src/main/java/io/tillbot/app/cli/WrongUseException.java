package io.tillbot.app.cli;

/** Tillbot itself was used wrongly; the message says how it would be right. */
final class WrongUseException extends RuntimeException {
  WrongUseException(String message) {
    super(message);
  }
}
