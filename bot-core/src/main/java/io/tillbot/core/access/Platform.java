package io.tillbot.core.access;

import java.util.Arrays;
import java.util.Locale;

/** Where a caller comes from. */
public enum Platform {
  CONSOLE,
  SLACK,
  DISCORD;

  /** The name as written on a command line or into the store: {@code console}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * What {@link #id} gave.
   *
   * @throws IllegalArgumentException when there is none of that id
   */
  public static Platform of(String id) {
    return Arrays.stream(values())
        .filter(platform -> platform.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not a platform"));
  }
}
