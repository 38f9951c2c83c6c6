package io.tillbot.adapter.console;

/** What came of asking a person to type. */
public sealed interface Typed {

  /**
   * A line, without its end. May hold a secret: prints as its length.
   *
   * @param text as it was typed, blanks included
   */
  record Line(String text) implements Typed {
    @Override
    public String toString() {
      return "Line[" + text.length() + "]";
    }
  }

  /** Ctrl-C: whatever stood there is given up. */
  record Interrupted(Abandoned abandoned) implements Typed {}

  /** Ctrl-D, or no more input. */
  record End() implements Typed {}

  /** What was given up. */
  enum Abandoned {
    WORDS,
    NOTHING
  }
}
