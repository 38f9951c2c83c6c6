package io.tillbot.adapter.console;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.io.UncheckedIOException;

/**
 * Lines from a stream, such as a pipe. Nothing can be hidden here. However long a line is, only its
 * beginning is kept in memory.
 */
public final class StreamTerminal implements Terminal {
  private static final int LONGEST_KEPT = 8_192;

  private final Reader in;
  private final PrintStream out;
  private final Screen screen;

  /** Reads from {@code in}, best a buffered one. */
  public StreamTerminal(Reader in, PrintStream out, Screen screen) {
    this.in = in;
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
    try {
      StringBuilder line = new StringBuilder();
      int read = in.read();
      if (read < 0) {
        return new Typed.End();
      }
      for (; read >= 0 && read != '\n'; read = in.read()) {
        if (line.length() < LONGEST_KEPT) {
          line.append((char) read);
        }
      }
      return new Typed.Line(line.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("reading the input", e);
    }
  }

  @Override
  public boolean canHide() {
    return false;
  }

  @Override
  public Typed readHidden(String prompt) {
    throw new IllegalStateException("what is typed here would be seen");
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
