package io.tillbot.adapter.discord;

/** Discord cannot be used. The message is for an operator and never holds the token. */
public final class DiscordException extends RuntimeException {
  DiscordException(String message) {
    super(message);
  }

  DiscordException(String message, Throwable cause) {
    super(message, cause);
  }
}
