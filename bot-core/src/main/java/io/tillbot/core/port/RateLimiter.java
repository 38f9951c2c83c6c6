package io.tillbot.core.port;

import java.time.Duration;
import java.util.Optional;

/**
 * Says when somebody comes too often. What it counts is kept in memory, each process its own, and
 * never more than so much of it. Safe for many threads.
 */
public interface RateLimiter {

  /**
   * Counts one more.
   *
   * @param subject who comes, such as a client's address
   * @return how long to wait before it would be counted; empty where it was
   */
  Optional<Duration> tooSoon(String subject);
}
