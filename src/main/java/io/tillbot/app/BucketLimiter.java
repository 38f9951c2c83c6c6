package io.tillbot.app;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.tillbot.core.port.RateLimiter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Counts by token buckets: each subject has one, and all together have one. A bucket refills evenly
 * over its time. Whoever comes too soon takes nothing from the others' bucket, so that one of many
 * cannot keep the rest away.
 */
final class BucketLimiter implements RateLimiter {
  /**
   * So many subjects are told apart; of more, those that were not seen for longest start afresh.
   */
  static final int MOST_SUBJECTS = 10_000;

  /**
   * How many may come at once, and how long it takes until as many may come again.
   *
   * @param most at least one
   */
  record Rate(long most, Duration in) {}

  private final Clock clock;
  private final LoadingCache<String, Bucket> subjects;
  private final Bucket all;

  BucketLimiter(Rate each, Rate together, Clock clock) {
    this.clock = clock;
    this.all = bucket(together);
    this.subjects =
        Caffeine.newBuilder()
            .maximumSize(MOST_SUBJECTS)
            // A bucket that nobody has touched for so long is full: a new one is the same.
            .expireAfterAccess(each.in())
            .ticker(this::nanos)
            .build(_ -> bucket(each));
  }

  @Override
  public Optional<Duration> tooSoon(String subject) {
    return wait(subjects.get(subject)).or(() -> wait(all));
  }

  /** How many subjects are told apart now. */
  long subjects() {
    subjects.cleanUp();
    return subjects.estimatedSize();
  }

  private static Optional<Duration> wait(Bucket bucket) {
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  private Bucket bucket(Rate rate) {
    return Bucket.builder()
        .withCustomTimePrecision(new ClockMeter())
        .addLimit(limit -> limit.capacity(rate.most()).refillGreedy(rate.most(), rate.in()))
        .build();
  }

  private long nanos() {
    Instant now = clock.instant();
    return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
  }

  /** The program's own clock. */
  private final class ClockMeter implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return nanos();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
