package io.tillbot.adapter.billing;

import java.time.Duration;

/**
 * How a read is repeated when no answer, or no usable one, came. The pause doubles each time, less
 * up to a quarter at random; a {@code Retry-After} of the API takes its place. Writes have no such
 * thing.
 *
 * @param attempts how often at most, the first included
 * @param firstPause before the second attempt
 * @param longestPause that doubling reaches
 * @param longestRetryAfter that is waited for; whoever asks for longer is left alone
 * @param noAttemptAfter no further attempt begins once this has passed
 */
public record ReadRetry(
    int attempts,
    Duration firstPause,
    Duration longestPause,
    Duration longestRetryAfter,
    Duration noAttemptAfter) {
  public ReadRetry {
    if (attempts < 1) {
      throw new IllegalArgumentException("at least one attempt is needed");
    }
    if (firstPause.isNegative()
        || longestPause.compareTo(firstPause) < 0
        || longestRetryAfter.isNegative()
        || !noAttemptAfter.isPositive()) {
      throw new IllegalArgumentException("pauses out of order");
    }
  }

  /** Three attempts, 0.2 s to 2 s apart, a Retry-After of 30 s at most, none after 30 s. */
  public static ReadRetry defaults() {
    return new ReadRetry(
        3,
        Duration.ofMillis(200),
        Duration.ofSeconds(2),
        Duration.ofSeconds(30),
        Duration.ofSeconds(30));
  }

  /** One attempt only. */
  public static ReadRetry never() {
    return new ReadRetry(1, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(30));
  }

  /** The pause after that many attempts, before chance shortens it. */
  Duration pauseAfter(int attemptsMade) {
    Duration pause = firstPause;
    for (int i = 1; i < attemptsMade && pause.compareTo(longestPause) < 0; i++) {
      pause = pause.multipliedBy(2);
    }
    return pause.compareTo(longestPause) < 0 ? pause : longestPause;
  }
}
