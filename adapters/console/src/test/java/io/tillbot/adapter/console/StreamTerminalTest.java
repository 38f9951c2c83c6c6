package io.tillbot.adapter.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class StreamTerminalTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);

  @Test
  void linesComeOneByOneUntilTheEnd() {
    Terminal terminal = terminal(new StringReader("one\n\nдва"));
    assertThat(terminal.readAnswer("> ")).isEqualTo(new Typed.Line("one"));
    assertThat(terminal.readAnswer("> ")).isEqualTo(new Typed.Line(""));
    assertThat(terminal.readAnswer("> ")).isEqualTo(new Typed.Line("два"));
    assertThat(terminal.readAnswer("> ")).isEqualTo(new Typed.End());
    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("> > > > ");
  }

  @Test
  void onlyTheBeginningOfAnEndlessLineIsKept() {
    Terminal terminal = terminal(new Endless(50_000_000));
    assertThat(terminal.readAnswer(""))
        .isInstanceOfSatisfying(
            Typed.Line.class, line -> assertThat(line.text()).hasSizeBetween(4_001, 10_000));
    assertThat(terminal.readAnswer("")).isEqualTo(new Typed.Line("next"));
  }

  @Test
  void nothingIsHiddenSoNoSecretIsRead() {
    Terminal terminal = terminal(new StringReader("secret\n"));
    assertThat(terminal.canHide()).isFalse();
    assertThatThrownBy(() -> terminal.readHidden("> ")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatPassesIsNotWrittenIntoAPipe() {
    Terminal terminal = terminal(new StringReader(""));
    terminal.showPassing("… waiting");
    terminal.clearPassing();
    assertThat(bytes.size()).isZero();
  }

  @Test
  void whatIsPrintedIsThereAtOnce() {
    terminal(new StringReader("")).print("Счёт");
    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("Счёт");
  }

  private Terminal terminal(Reader in) {
    return new StreamTerminal(in, out, new Screen(Locale.ENGLISH, 80, Screen.Colours.OFF));
  }

  /** One very long line and a short one, without the memory they would need. */
  private static final class Endless extends Reader {
    private final StringReader rest = new StringReader("\nnext\n");
    private long left;

    private Endless(long length) {
      left = length;
    }

    @Override
    public int read() throws IOException {
      return left-- > 0 ? 'x' : rest.read();
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int next = read();
      if (next < 0) {
        return -1;
      }
      buffer[offset] = (char) next;
      return 1;
    }

    @Override
    public void close() {
      rest.close();
    }
  }
}
