package io.tillbot.adapter.billing;

import io.tillbot.core.access.Secret;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session made from an API key.
 *
 * @param renewAt from when on another is made in its place
 * @param ends when the API drops it
 */
record Session(Secret token, Instant renewAt, Instant ends) {
  private static final long LATEST_IN_SECONDS = 100_000_000_000L;

  /**
   * A session that was just opened.
   *
   * @param end as the API tells it; one that has passed is a clock's error, not the session's
   */
  static Session opened(Secret token, @Nullable Instant end, SessionLife life, Instant now) {
    Duration told = end == null ? Duration.ZERO : Duration.between(now, end);
    Duration granted = told.isPositive() && told.compareTo(life.asked()) < 0 ? told : life.asked();
    Duration early = granted.minus(life.renewEarly());
    Duration half = granted.dividedBy(2);
    return new Session(
        token, now.plus(early.compareTo(half) > 0 ? early : half), now.plus(granted));
  }

  /** The same, kept to its end: replacing it early has failed. */
  Session keptToItsEnd() {
    return new Session(token, ends, ends);
  }

  /** Whether it is the same session, however long it is to be kept. */
  boolean isSameAs(Session other) {
    return token.equals(other.token);
  }

  /** Whether the API still knows it. */
  boolean livesAt(Instant now) {
    return now.isBefore(ends);
  }

  /** {@code token_expire}: epoch seconds; milliseconds are recognised by their size. */
  static @Nullable Instant end(Fields fields) {
    Long stamp = fields.id(Long::valueOf, "token_expire");
    if (stamp == null) {
      return null;
    }
    return stamp < LATEST_IN_SECONDS ? Instant.ofEpochSecond(stamp) : Instant.ofEpochMilli(stamp);
  }
}
