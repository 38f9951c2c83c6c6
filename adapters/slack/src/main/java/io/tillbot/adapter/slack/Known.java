package io.tillbot.adapter.slack;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * What was looked up in Slack, for as long as it may be relied on: bounded, and however many ask
 * for the same at once, Slack is asked once. Safe for many threads.
 */
final class Known<K, V> {
  private final AsyncCache<K, Found<V>> cache;
  private final Duration patience;

  /**
   * What was found.
   *
   * @param life how long it may be relied on
   */
  record Found<V>(V value, Duration life) {}

  /**
   * @param most so many are kept; of more, those that were not asked for lately are looked up again
   * @param patience how long somebody waits for what is looked up, which goes on without them
   */
  Known(int most, Duration patience, Clock clock, Executor threads) {
    this.patience = patience;
    this.cache =
        Caffeine.newBuilder()
            .maximumSize(most)
            .expireAfter(Expiry.<K, Found<V>>creating((_, found) -> found.life()))
            .ticker(new ClockTicker(clock))
            .executor(threads)
            .buildAsync();
  }

  /**
   * What is known, looked up where it is not.
   *
   * @param lookUp never throws
   * @param otherwise what stands in where no answer comes in time
   */
  V get(K key, Supplier<Found<V>> lookUp, V otherwise) {
    try {
      return cache
          .get(key, _ -> lookUp.get())
          .get(patience.toNanos(), TimeUnit.NANOSECONDS)
          .value();
    } catch (TimeoutException | ExecutionException late) {
      return otherwise;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return otherwise;
    }
  }
}
