package io.tillbot.adapter.console;

import java.util.Locale;

/**
 * Where a card is shown.
 *
 * @param locale the reader's
 * @param width in columns; less than 24 is taken as 24, more than 110 as 110
 */
public record Screen(Locale locale, int width, Colours colours) {
  private static final int NARROWEST = 24;
  private static final int WIDEST = 110;

  public Screen {
    width = Math.clamp(width, NARROWEST, WIDEST);
  }

  /** The same with another width. */
  Screen withWidth(int columns) {
    return new Screen(locale, columns, colours);
  }

  /** Whether colour codes may be written: not into a file or pipe, nor where NO_COLOR is set. */
  public enum Colours {
    ON,
    OFF
  }
}
