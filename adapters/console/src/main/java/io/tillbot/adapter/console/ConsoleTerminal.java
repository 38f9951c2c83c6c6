package io.tillbot.adapter.console;

import java.io.Console;
import java.io.PrintStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The process's own interactive terminal. */
public final class ConsoleTerminal implements Terminal {
  private final Console console;
  private final PrintStream out;

  /** Reads from the console; writes to the stream, whose character set the caller chose. */
  public ConsoleTerminal(Console console, PrintStream out) {
    this.console = console;
    this.out = out;
  }

  @Override
  public @Nullable String readLine(String prompt) {
    print(prompt);
    return console.readLine();
  }

  @Override
  public boolean canHide() {
    return console.isTerminal();
  }

  @Override
  public @Nullable String readHidden(String prompt) {
    if (!canHide()) {
      throw new IllegalStateException("what is typed here would be seen");
    }
    print(prompt);
    char[] typed = console.readPassword();
    if (typed == null) {
      return null;
    }
    String secret = new String(typed);
    Arrays.fill(typed, ' ');
    return secret;
  }

  @Override
  public void print(String text) {
    out.print(text);
    out.flush();
  }
}
