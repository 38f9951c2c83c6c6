package io.tillbot.adapter.console;

/** Where a person types and reads. For one thread. */
public interface Terminal extends AutoCloseable {

  /**
   * Asks for a command and waits for it. A terminal that can edit lines keeps a history of them and
   * completes words.
   */
  Typed readCommand(String prompt, Completion completion);

  /** Asks for an answer and waits for it; it is neither completed nor kept. */
  Typed readAnswer(String prompt);

  /** Whether {@link #readHidden} keeps what is typed from being seen. */
  boolean canHide();

  /**
   * As {@link #readAnswer}, without showing what is typed.
   *
   * @throws IllegalStateException when it cannot be hidden
   */
  Typed readHidden(String prompt);

  /** Shows a text, which ends its own lines. */
  void print(String text);

  /** How it looks now: a terminal can be resized between two cards. */
  Screen screen();

  /**
   * Forgets what was typed before anything was asked, where that can be told: a question of weight
   * is not answered by a key that was pressed before it stood there.
   */
  default void forgetTypedAhead() {}

  /** Shows a line until {@link #clearPassing}, where lines can be taken away; else nothing. */
  default void showPassing(String line) {}

  /** Takes {@link #showPassing}'s line away. */
  default void clearPassing() {}

  /**
   * What Ctrl-C does while nothing is being typed, until another call. It is run on a thread of its
   * own. Where Ctrl-C ends the process, it is never run.
   */
  default void onInterrupt(Runnable action) {}

  @Override
  default void close() {}
}
