package io.tillbot.adapter.console;

import java.io.Console;
import java.io.PrintStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The process's own terminal as the system gives it: it can hide what is typed, and nothing else.
 * Ctrl-C ends the process.
 */
public final class ConsoleTerminal implements Terminal {
  private final Console console;
  private final PrintStream out;
  private final Screen screen;

  /** Reads from the console; writes to the stream, whose character set the caller chose. */
  public ConsoleTerminal(Console console, PrintStream out, Screen screen) {
    this.console = console;
    this.out = out;
    this.screen = screen;
  }

  @Override
  public Typed readCommand(String prompt, Completion completion) {
    return readAnswer(prompt);
  }

  @Override
  public Typed readAnswer(String prompt) {
    print(prompt);
    @Nullable String typed = console.readLine();
    return typed == null ? new Typed.End() : new Typed.Line(typed);
  }

  @Override
  public boolean canHide() {
    return console.isTerminal();
  }

  @Override
  public Typed readHidden(String prompt) {
    if (!canHide()) {
      throw new IllegalStateException("what is typed here would be seen");
    }
    print(prompt);
    char @Nullable [] typed = console.readPassword();
    if (typed == null) {
      return new Typed.End();
    }
    String secret = new String(typed);
    Arrays.fill(typed, ' ');
    return new Typed.Line(secret);
  }

  @Override
  public void print(String text) {
    out.print(text);
    out.flush();
  }

  @Override
  public Screen screen() {
    return screen;
  }
}
