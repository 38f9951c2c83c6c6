package io.tillbot.core;

import java.util.regex.Pattern;

/** Names one command from chat to API to log; short enough to be read out to support. */
public record CorrelationId(String value) {
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9-]{4,36}");

  public CorrelationId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a correlation id");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
