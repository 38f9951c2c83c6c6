package io.tillbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.app.BucketLimiter.Rate;
import io.tillbot.core.access.SteppedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BucketLimiterTest {
  private static final Rate FIVE_A_MINUTE = new Rate(5, Duration.ofMinutes(1));
  private static final Rate MANY = new Rate(1_000_000, Duration.ofMinutes(1));

  private final SteppedClock clock = new SteppedClock(Instant.parse("2026-11-23T12:00:00Z"));

  @Test
  void soManyMayComeAtOnceAndThenOneAfterTheOther() {
    BucketLimiter limiter = new BucketLimiter(FIVE_A_MINUTE, MANY, clock);
    for (int n = 0; n < 5; n++) {
      assertThat(limiter.tooSoon("a")).isEmpty();
    }

    assertThat(limiter.tooSoon("a")).contains(Duration.ofSeconds(12));
    clock.pass(Duration.ofSeconds(7));
    assertThat(limiter.tooSoon("a")).contains(Duration.ofSeconds(5));
    clock.pass(Duration.ofSeconds(5));
    assertThat(limiter.tooSoon("a")).isEmpty();
    assertThat(limiter.tooSoon("a")).contains(Duration.ofSeconds(12));
  }

  @Test
  void anotherSubjectIsCountedForItself() {
    BucketLimiter limiter = new BucketLimiter(FIVE_A_MINUTE, MANY, clock);
    IntStream.range(0, 9).forEach(_ -> limiter.tooSoon("a"));

    assertThat(limiter.tooSoon("b")).isEmpty();
  }

  @Test
  void allTogetherAreCountedAsWell() {
    BucketLimiter limiter =
        new BucketLimiter(FIVE_A_MINUTE, new Rate(7, Duration.ofDays(1)), clock);
    for (int n = 0; n < 7; n++) {
      assertThat(limiter.tooSoon("subject " + n)).isEmpty();
    }

    assertThat(limiter.tooSoon("subject 7")).isPresent();
  }

  @Test
  void whoComesTooSoonTakesNothingFromTheOthers() {
    BucketLimiter limiter =
        new BucketLimiter(FIVE_A_MINUTE, new Rate(6, Duration.ofDays(1)), clock);
    IntStream.range(0, 1000).forEach(_ -> limiter.tooSoon("noisy"));

    assertThat(limiter.tooSoon("quiet")).isEmpty();
  }

  @Test
  void noMoreSubjectsAreKeptThanSoMany() {
    BucketLimiter limiter = new BucketLimiter(FIVE_A_MINUTE, MANY, clock);

    IntStream.range(0, 5 * BucketLimiter.MOST_SUBJECTS).forEach(n -> limiter.tooSoon("s" + n));

    assertThat(limiter.subjects()).isLessThanOrEqualTo(BucketLimiter.MOST_SUBJECTS);
  }

  @Test
  void whoWasNotSeenForLongIsForgotten() {
    BucketLimiter limiter = new BucketLimiter(FIVE_A_MINUTE, MANY, clock);
    limiter.tooSoon("a");
    clock.pass(Duration.ofMinutes(2));

    assertThat(limiter.subjects()).isZero();
  }

  @Test
  void ofManyWhoComeTogetherSoManyAreCounted() throws Exception {
    BucketLimiter limiter = new BucketLimiter(FIVE_A_MINUTE, MANY, clock);
    List<Optional<Duration>> answers;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      answers =
          threads
              .invokeAll(
                  Collections.<Callable<Optional<Duration>>>nCopies(
                      200, () -> limiter.tooSoon("a")))
              .stream()
              .map(Future::resultNow)
              .toList();
    }

    assertThat(answers).filteredOn(Optional::isEmpty).hasSize(5);
  }
}
