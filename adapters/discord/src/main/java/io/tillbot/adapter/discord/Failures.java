package io.tillbot.adapter.discord;

import java.util.Set;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;

/** Says what JDA's exceptions mean, without what they may carry: addresses hold tokens. */
final class Failures {
  private Failures() {}

  /** Those of an interaction's token after its 15 minutes, and of a message that was put away. */
  private static final Set<Integer> TOO_LATE = Set.of(10_008, 10_015, 50_027);

  /**
   * Whether an interaction can no longer be answered in its place: {@code
   * discord.com/developers/docs/topics/opcodes-and-status-codes#json}.
   */
  static boolean isTooLate(Throwable failure) {
    return failure instanceof ErrorResponseException refused
        && TOO_LATE.contains(refused.getErrorCode());
  }

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
