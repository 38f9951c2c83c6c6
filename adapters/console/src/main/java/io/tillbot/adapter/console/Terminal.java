package io.tillbot.adapter.console;

import org.jspecify.annotations.Nullable;

/** Where a person types and reads. For one thread. */
public interface Terminal {

  /**
   * Asks for a line and waits for it.
   *
   * @return without its end; null when there is no more input
   */
  @Nullable String readLine(String prompt);

  /** Whether {@link #readHidden} keeps what is typed from being seen. */
  boolean canHide();

  /**
   * As {@link #readLine}, without showing what is typed.
   *
   * @throws IllegalStateException when it cannot be hidden
   */
  @Nullable String readHidden(String prompt);

  /** Shows a text, which ends its own lines. */
  void print(String text);
}
