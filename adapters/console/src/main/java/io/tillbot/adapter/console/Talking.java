package io.tillbot.adapter.console;

import io.tillbot.core.reply.Text;
import java.util.List;

/** Sentences between the cards, within the margin and the width of the terminal. */
final class Talking {
  private final Terminal terminal;
  private final Written written;

  Talking(Terminal terminal, Written written) {
    this.terminal = terminal;
    this.written = written;
  }

  void say(Text sentence) {
    say(written.of(sentence));
  }

  void say(Text sentence, Ink ink) {
    Screen screen = terminal.screen();
    print(
        lines(written.of(sentence)).stream().map(line -> ink.on(line, screen.colours())).toList());
  }

  void say(String sentence) {
    print(lines(sentence));
  }

  void gap() {
    terminal.print("\n");
  }

  /** A prompt in one line, as wide as it must be. */
  String prompt(Text text) {
    return Margin.BLANK + written.of(text).replace(Columns.NO_BREAK_SPACE, ' ') + " ";
  }

  /** A line that fits, so that it can be taken away again. */
  String passing(Text text) {
    Screen screen = terminal.screen();
    String line = Columns.cut(written.of(text), screen.width() - Margin.WIDTH - 1);
    return Margin.BLANK + Ink.DIM.on(line, screen.colours());
  }

  String written(Text text) {
    return written.of(text);
  }

  private List<String> lines(String text) {
    return Columns.wrap(text, terminal.screen().width() - Margin.WIDTH);
  }

  private void print(List<String> lines) {
    String margined = String.join("\n", Margin.put(" ", lines));
    terminal.print(margined.replace(Columns.NO_BREAK_SPACE, ' ') + "\n");
  }
}
