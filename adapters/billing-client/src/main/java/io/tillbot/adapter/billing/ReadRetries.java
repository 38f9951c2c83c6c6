package io.tillbot.adapter.billing;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import dev.failsafe.event.ExecutionAttemptedEvent;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Repeats reads whose outcome may be another the next time. It takes reads and nothing else. */
final class ReadRetries {
  private static final double MOST_JITTER = 0.25;

  private final ReadRetry retry;
  private final Waiter waiter;
  private final Supplier<RandomGenerator> random;
  private final FailsafeExecutor<Attempt> executor;

  ReadRetries(ReadRetry retry, Waiter waiter, Supplier<RandomGenerator> random) {
    this.retry = retry;
    this.waiter = waiter;
    this.random = random;
    this.executor = Failsafe.with(policy());
  }

  /** The last attempt of as many as it takes and the limits allow. */
  Attempt execute(ReadCall call) {
    return executor.get(call::attempt);
  }

  private RetryPolicy<Attempt> policy() {
    return RetryPolicy.<Attempt>builder()
        .handleResultIf(this::isWorthRepeating)
        .abortOn(Throwable.class)
        .withMaxAttempts(retry.attempts())
        .withMaxDuration(retry.noAttemptAfter())
        // The policy's own delays would sleep; the waiter is a seam.
        .onRetry(this::waitBefore)
        .build();
  }

  private boolean isWorthRepeating(@Nullable Attempt attempt) {
    return attempt != null
        && attempt.passing()
        && (attempt.retryAfter() == null
            || attempt.retryAfter().compareTo(retry.longestRetryAfter()) <= 0)
        && !Thread.currentThread().isInterrupted();
  }

  private void waitBefore(ExecutionAttemptedEvent<Attempt> next) {
    Attempt last = next.getLastResult();
    Duration asked = last == null ? null : last.retryAfter();
    try {
      waiter.pause(asked == null ? jittered(retry.pauseAfter(next.getAttemptCount())) : asked);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration jittered(Duration pause) {
    double factor = 1 - MOST_JITTER * random.get().nextDouble();
    return Duration.ofNanos((long) (pause.toNanos() * factor));
  }
}
