package io.tillbot.adapter.billing;

import java.time.Duration;

/**
 * How long one HTTP exchange may take.
 *
 * @param connect until a connection is made, its name looked up apart
 * @param silence between two bytes, read or written
 * @param call from the first look-up to the last byte of the answer
 */
public record Timeouts(Duration connect, Duration silence, Duration call) {
  public Timeouts {
    requirePositive(connect);
    requirePositive(silence);
    requirePositive(call);
  }

  /** 5 s, 25 s and 30 s: generating an invoice may take the billing system a while. */
  public static Timeouts defaults() {
    return new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(25), Duration.ofSeconds(30));
  }

  private static void requirePositive(Duration duration) {
    if (!duration.isPositive()) {
      throw new IllegalArgumentException("a time-out must be above zero");
    }
  }
}
