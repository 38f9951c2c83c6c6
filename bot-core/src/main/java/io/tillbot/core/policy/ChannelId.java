package io.tillbot.core.policy;

import java.util.regex.Pattern;

/** A channel by the platform's own id: {@code C012AB3CD} on Slack, 17 to 20 digits on Discord. */
public record ChannelId(String value) {
  private static final Pattern ID = Pattern.compile("[CDG][A-Z0-9]{1,30}|[1-9][0-9]{16,19}");

  public ChannelId {
    if (!isId(value)) {
      throw new IllegalArgumentException("not a channel's id");
    }
  }

  /** Whether a text can name a channel. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
