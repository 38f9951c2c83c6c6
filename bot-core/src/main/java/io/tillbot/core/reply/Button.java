package io.tillbot.core.reply;

/** A next step that the reader may take. */
public record Button(Text label, Action action) {

  /** What a press does. */
  public sealed interface Action {
    /** Tells the actions of one reply apart. */
    String id();
  }

  /**
   * Runs a command that only reads, as if the person had typed it.
   *
   * @param line such as {@code /pdf 123}
   */
  public record Run(String line) implements Action {
    @Override
    public String id() {
      return line;
    }
  }
}
