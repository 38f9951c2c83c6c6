package io.tillbot.adapter.slack;

import java.time.Duration;

/**
 * How a connection to Slack is looked after.
 *
 * @param heartbeat how often it is asked for a sign of life
 * @param silence after which it is lost
 * @param first the pause after the first failed attempt, at most; it doubles with each
 * @param longest the longest pause
 */
record SocketPace(Duration heartbeat, Duration silence, Duration first, Duration longest) {
  private static final int MOST_DOUBLINGS = 16;

  static SocketPace usual() {
    return new SocketPace(
        Duration.ofSeconds(5),
        Duration.ofSeconds(20),
        Duration.ofMillis(500),
        Duration.ofSeconds(30));
  }

  /** The longest pause after so many failures in a row. */
  Duration pause(int failures) {
    Duration pause = first.multipliedBy(1L << Math.min(Math.max(failures - 1, 0), MOST_DOUBLINGS));
    return pause.compareTo(longest) > 0 ? longest : pause;
  }
}
