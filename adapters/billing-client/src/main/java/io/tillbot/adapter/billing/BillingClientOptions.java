package io.tillbot.adapter.billing;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a {@link BillingClient} can be told. Start with {@link #of(URI)}.
 *
 * @param endpoint the full address of {@code whmcs.php}; {@code auth.php} lies beside it. https, or
 *     http on this machine's own loopback; no user, query or fragment
 * @param timeouts of one HTTP exchange
 * @param retry of reads
 * @param sessions made from API keys
 * @param maxAnswerBytes above which an answer is given up, counted after decompression
 * @param dialect where the document is silent
 * @param clock tells when sessions end
 * @param waiter waits between attempts
 */
public record BillingClientOptions(
    URI endpoint,
    Timeouts timeouts,
    ReadRetry retry,
    SessionLife sessions,
    long maxAnswerBytes,
    Dialect dialect,
    Clock clock,
    Waiter waiter) {
  private static final long EIGHT_MEBIBYTES = 8L * 1024 * 1024;
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}|\\[(?:::1|0:0:0:0:0:0:0:1)]");

  public BillingClientOptions {
    requireSafe(endpoint);
    if (maxAnswerBytes < 1) {
      throw new IllegalArgumentException("an answer needs at least one byte");
    }
  }

  /** The defaults for that address, on the system's clock. */
  public static BillingClientOptions of(URI endpoint) {
    return new BillingClientOptions(
        endpoint,
        Timeouts.defaults(),
        ReadRetry.defaults(),
        SessionLife.defaults(),
        EIGHT_MEBIBYTES,
        Dialect.defaults(),
        Clock.systemUTC(),
        Waiter.sleeping());
  }

  /** The same with other time-outs. */
  public BillingClientOptions withTimeouts(Timeouts other) {
    return new BillingClientOptions(
        endpoint, other, retry, sessions, maxAnswerBytes, dialect, clock, waiter);
  }

  /** The same with another repetition of reads. */
  public BillingClientOptions withRetry(ReadRetry other) {
    return new BillingClientOptions(
        endpoint, timeouts, other, sessions, maxAnswerBytes, dialect, clock, waiter);
  }

  /** The same with other sessions. */
  public BillingClientOptions withSessions(SessionLife other) {
    return new BillingClientOptions(
        endpoint, timeouts, retry, other, maxAnswerBytes, dialect, clock, waiter);
  }

  /** The same with another limit of answers. */
  public BillingClientOptions withMaxAnswerBytes(long other) {
    return new BillingClientOptions(
        endpoint, timeouts, retry, sessions, other, dialect, clock, waiter);
  }

  /** The same with another dialect. */
  public BillingClientOptions withDialect(Dialect other) {
    return new BillingClientOptions(
        endpoint, timeouts, retry, sessions, maxAnswerBytes, other, clock, waiter);
  }

  /** The same with another clock. */
  public BillingClientOptions withClock(Clock other) {
    return new BillingClientOptions(
        endpoint, timeouts, retry, sessions, maxAnswerBytes, dialect, other, waiter);
  }

  /** The same with another waiter. */
  public BillingClientOptions withWaiter(Waiter other) {
    return new BillingClientOptions(
        endpoint, timeouts, retry, sessions, maxAnswerBytes, dialect, clock, other);
  }

  /**
   * The longest that a write may take: opening a session, asking for an account where the dialect
   * needs one, and the write itself. A lease on a write must be longer.
   */
  public Duration longestWrite() {
    Duration session = timeouts.call();
    Duration write = timeouts.call();
    return switch (dialect.serverNumber()) {
      case SERVER_ID -> session.plus(write);
      case ACCOUNT_ID -> session.plus(longestRead()).plus(write);
    };
  }

  /** The longest that a read may take, its repetitions and a second session included. */
  public Duration longestRead() {
    Duration once = retry.noAttemptAfter().plus(retry.longestRetryAfter()).plus(timeouts.call());
    return once.plus(timeouts.call()).multipliedBy(2);
  }

  private static void requireSafe(URI endpoint) {
    String scheme = lower(endpoint.getScheme());
    String host = lower(endpoint.getHost());
    if (host.isEmpty() || !(scheme.equals("https") || scheme.equals("http"))) {
      throw new IllegalArgumentException("the billing address must be a full https address");
    }
    if (scheme.equals("http") && !LOOPBACK.matcher(host).matches()) {
      throw new IllegalArgumentException("plain http is accepted for loopback only");
    }
    if (endpoint.getRawUserInfo() != null
        || endpoint.getRawQuery() != null
        || endpoint.getRawFragment() != null) {
      throw new IllegalArgumentException("the billing address has a user, query or fragment");
    }
    if (endpoint.getRawPath().isEmpty() || endpoint.getRawPath().endsWith("/")) {
      throw new IllegalArgumentException("the billing address must name whmcs.php");
    }
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }
}
