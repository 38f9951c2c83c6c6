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

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration SILENCE = Duration.ofSeconds(25);

  /** 5 s, 25 s and 30 s: generating an invoice may take the billing system a while. */
  public static Timeouts defaults() {
    return of(Duration.ofSeconds(30));
  }

  /** A call of that length, of which 5 s may go by without a connection and 25 s in silence. */
  public static Timeouts of(Duration call) {
    return new Timeouts(shorter(CONNECT, call), shorter(SILENCE, call), call);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static void requirePositive(Duration duration) {
    if (!duration.isPositive()) {
      throw new IllegalArgumentException("a time-out must be above zero");
    }
  }
}
