package io.tillbot.adapter.slack;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The time of a cache, by the clock that everything else goes by. */
record ClockTicker(Clock clock) implements Ticker {
  @Override
  public long read() {
    Instant now = clock.instant();
    return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
  }
}
