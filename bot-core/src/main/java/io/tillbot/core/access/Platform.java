package io.tillbot.core.access;

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
}
