package io.tillbot.adapter.discord;

import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;

/** Says what JDA's exceptions mean, without what they may carry: addresses hold tokens. */
final class Failures {
  private Failures() {}

  /** Half a sentence for a log. */
  static String reason(Throwable failure) {
    return switch (failure) {
      case ErrorResponseException refused ->
          "%d %s".formatted(refused.getErrorCode(), refused.getMeaning());
      case InvalidTokenException _ -> "the token is not valid";
      case TimeoutException _ -> "it took too long";
      case RuntimeException wrapper when wrapper.getCause() instanceof TimeoutException ->
          "it took too long";
      default -> failure.getClass().getSimpleName();
    };
  }
}
