package io.tillbot.adapter.store;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Instants as the tables hold them: milliseconds since 1970, UTC. */
final class Millis {
  private Millis() {}

  /** For a column that may be empty. */
  static @Nullable Long of(Optional<Instant> instant) {
    return instant.map(Instant::toEpochMilli).orElse(null);
  }

  /**
   * The last millisecond before the instant, which need not be a whole one: what is later came then
   * or later.
   */
  static long before(Instant instant) {
    return instant.minusNanos(1).toEpochMilli();
  }
}
