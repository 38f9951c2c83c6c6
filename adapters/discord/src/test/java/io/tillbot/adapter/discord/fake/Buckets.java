package io.tillbot.adapter.discord.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How often what may be asked: {@code …/topics/rate-limits}. The documented global limit for what
 * is asked with the bot's token, and one of each route's own; interactions are not counted
 * globally.
 */
final class Buckets {
  static final Duration WINDOW = Duration.ofSeconds(1);

  /** {@code …/topics/rate-limits#global-rate-limit}: per second. */
  static final int GLOBAL = 50;

  private final InstantSource clock;
  private final Map<String, Window> windows = new HashMap<>();
  private final Map<String, Integer> limits = new HashMap<>();

  Buckets(InstantSource clock) {
    this.clock = clock;
  }

  private record Window(Instant end, int used) {}

  /** What a request is told of its route's limit. */
  record Standing(String bucket, int limit, int remaining, Duration resetAfter) {
    Map<String, String> headers() {
      return Map.of(
          "X-RateLimit-Limit", Integer.toString(limit),
          "X-RateLimit-Remaining", Integer.toString(remaining),
          "X-RateLimit-Reset-After", seconds(resetAfter),
          "X-RateLimit-Bucket", bucket);
    }
  }

  static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1_000.0);
  }

  /** A request that was one too many: {@code …/topics/rate-limits#exceeding-a-rate-limit}. */
  static final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final boolean isGlobal;
    private final transient Duration wait;

    TooMany(boolean isGlobal, Duration wait) {
      super("You are being rate limited.");
      this.isGlobal = isGlobal;
      this.wait = wait;
    }

    boolean isGlobal() {
      return isGlobal;
    }

    Duration retryAfter() {
      return wait;
    }
  }

  /** A route's limit for each second, in the place of its usual one. */
  synchronized void limit(String route, int perSecond) {
    limits.put(route, perSecond);
  }

  /**
   * Counts a request with the bot's token.
   *
   * @throws TooMany when it is one too many
   */
  synchronized void countGlobally() {
    count("global", GLOBAL, true);
  }

  /**
   * Counts a request of a route.
   *
   * @param route with the id of what it is about, since each channel and webhook counts alone
   * @param usual how many a second
   * @throws TooMany when it is one too many
   */
  synchronized Standing count(String kind, String route, int usual) {
    int limit = Optional.ofNullable(limits.get(kind)).orElse(usual);
    return count(kind + ":" + route, limit, false);
  }

  private Standing count(String bucket, int limit, boolean isGlobal) {
    Instant now = clock.instant();
    Window window = windows.get(bucket);
    if (window == null || !now.isBefore(window.end())) {
      window = new Window(now.plus(WINDOW), 0);
    }
    Duration left = Duration.between(now, window.end());
    if (window.used() >= limit) {
      throw new TooMany(isGlobal, left);
    }
    windows.put(bucket, new Window(window.end(), window.used() + 1));
    return new Standing(
        Integer.toHexString(bucket.hashCode()), limit, limit - window.used() - 1, left);
  }
}
