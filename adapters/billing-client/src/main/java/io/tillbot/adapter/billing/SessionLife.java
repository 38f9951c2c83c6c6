package io.tillbot.adapter.billing;

import java.time.Duration;

/**
 * How long sessions made from an API key live.
 *
 * @param asked {@code ttl} of {@code auth.php} login
 * @param renewEarly how long before its end a session is replaced; half its life when that is
 *     shorter
 */
public record SessionLife(Duration asked, Duration renewEarly) {
  public SessionLife {
    if (asked.toSeconds() < 1 || renewEarly.isNegative()) {
      throw new IllegalArgumentException("a session must live at least a second");
    }
  }

  /** One hour, replaced two minutes before its end. */
  public static SessionLife defaults() {
    return new SessionLife(Duration.ofHours(1), Duration.ofMinutes(2));
  }
}
