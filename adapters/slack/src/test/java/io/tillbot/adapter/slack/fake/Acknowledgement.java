package io.tillbot.adapter.slack.fake;

import java.time.Duration;

/**
 * How the app took a delivery.
 *
 * @param status of HTTP; 200 over a socket; {@link #NONE} when none came in time
 * @param took from the delivery on
 */
public record Acknowledgement(int status, String contentType, String body, Duration took) {
  /** Nothing came. */
  public static final int NONE = 0;

  /** docs.slack.dev/interactivity/implementing-slash-commands: after them Slack gives up. */
  static final Duration LONGEST = Duration.ofSeconds(3);

  static Acknowledgement none(Duration took) {
    return new Acknowledgement(NONE, "", "", took);
  }

  public boolean isInTime() {
    return status != NONE && took.compareTo(LONGEST) < 0;
  }
}
