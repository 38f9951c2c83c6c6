package io.tillbot.adapter.console;

import io.tillbot.adapter.console.Screen.Colours;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process's own terminal with JLine's editor: history, completion, and Ctrl-C as a key. */
public final class EditingTerminal implements Terminal {
  private static final Logger LOG = LoggerFactory.getLogger(EditingTerminal.class);
  private static final String START_OF_LINE = "\r";
  private static final String ERASE_LINE = "\r\u001b[K";
  private static final int MOST_LISTED = 100;
  private static final int MOST_TYPED_AHEAD = 8_192;
  private static final long A_MOMENT_MILLIS = 20;
  private static final Completion NONE = _ -> List.of();

  private final org.jline.terminal.Terminal terminal;
  private final PrintStream out;
  private final Screen usual;
  private final LineReader commands;
  private final LineReader answers;
  private final AtomicReference<Runnable> onInterrupt = new AtomicReference<>(() -> {});
  private Completion completion = NONE;
  private volatile Screen last;

  private EditingTerminal(
      org.jline.terminal.Terminal terminal, PrintStream out, Screen usual, CommandHistory history) {
    this.terminal = terminal;
    this.out = out;
    this.usual = usual;
    this.last = usual;
    this.commands = editor(history);
    this.answers = reader().variable(LineReader.DISABLE_COMPLETION, true).build();
    this.answers.setVariable(LineReader.DISABLE_HISTORY, true);
    // It would write what is being typed, a secret too, into a file for another editor.
    this.answers.getWidgets().put(LineReader.EDIT_AND_EXECUTE_COMMAND, () -> true);
    terminal.handle(Signal.INT, _ -> onInterrupt.get().run());
  }

  /**
   * Takes the process's terminal.
   *
   * @param out the process's standard output: what is printed must be seen also while the process
   *     ends and the terminal has been given back
   * @param usual how it looks where it does not tell its width
   * @throws IOException when it is none that lines can be edited at
   */
  public static EditingTerminal open(PrintStream out, Screen usual, CommandHistory history)
      throws IOException {
    try {
      // Asking for grapheme clusters would wait half a second for a terminal that does not answer.
      return new EditingTerminal(
          TerminalBuilder.builder()
              .system(true)
              .dumb(false)
              .graphemeCluster(false)
              .encoding(StandardCharsets.UTF_8)
              .build(),
          out,
          usual,
          history);
    } catch (IllegalStateException none) {
      throw new IOException("no terminal to edit lines at", none);
    }
  }

  private LineReader editor(CommandHistory history) {
    LineReaderBuilder builder =
        reader()
            .completer((_, line, candidates) -> complete(line.line(), line.cursor(), candidates))
            .history(history.lines())
            .variable(LineReader.HISTORY_SIZE, CommandHistory.MOST)
            .variable(LineReader.HISTORY_FILE_SIZE, CommandHistory.MOST)
            .variable(LineReader.LIST_MAX, MOST_LISTED)
            .variable(LineReader.TOO_MANY_CANDIDATES, "partial");
    history.file().ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, file));
    return builder.build();
  }

  private LineReaderBuilder reader() {
    LineReaderBuilder builder =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("tillbot")
            .parser(new DefaultParser().escapeChars(null).quoteChars(new char[] {'"'}))
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.DISABLE_HIGHLIGHTER, true)
            .option(LineReader.Option.CASE_INSENSITIVE, true)
            .option(LineReader.Option.COMPLETE_MATCHER_TYPO, false)
            .option(LineReader.Option.INSERT_TAB, false)
            .variable(LineReader.BELL_STYLE, "none");
    if (usual.colours() == Colours.OFF) {
      builder
          .variable(LineReader.COMPLETION_STYLE_STARTING, "bold")
          .variable(LineReader.COMPLETION_STYLE_DESCRIPTION, "faint");
    }
    return builder;
  }

  private void complete(String line, int cursor, List<Candidate> candidates) {
    for (Completion.Candidate word : completion.after(line.substring(0, cursor))) {
      @Nullable String label = word.label().isEmpty() ? null : word.label();
      candidates.add(
          new Candidate(
              word.word(), word.word(), null, label, null, null, true, candidates.size()));
    }
  }

  @Override
  public Typed readCommand(String prompt, Completion words) {
    completion = words;
    try {
      return read(commands, prompt, null);
    } finally {
      completion = NONE;
    }
  }

  @Override
  public Typed readAnswer(String prompt) {
    return read(answers, prompt, null);
  }

  @Override
  public boolean canHide() {
    return true;
  }

  @Override
  public Typed readHidden(String prompt) {
    return read(answers, prompt, '\0');
  }

  private static Typed read(LineReader reader, String prompt, @Nullable Character mask) {
    try {
      return new Typed.Line(reader.readLine(prompt, mask));
    } catch (UserInterruptException ctrlC) {
      return new Typed.Interrupted(
          ctrlC.getPartialLine().isBlank() ? Typed.Abandoned.NOTHING : Typed.Abandoned.WORDS);
    } catch (EndOfFileException ctrlD) {
      return new Typed.End();
    }
  }

  @Override
  public void print(String text) {
    out.print(text);
    out.flush();
  }

  /** As it was last, when the process is ending and the terminal has been given back. */
  @Override
  public Screen screen() {
    try {
      int width = terminal.getSize().getColumns();
      last = width > 0 ? usual.withWidth(width) : usual;
    } catch (IllegalStateException closed) {
      LOG.debug("the terminal is closed", closed);
    }
    return last;
  }

  @Override
  public void forgetTypedAhead() {
    try {
      for (int i = 0; i < MOST_TYPED_AHEAD && terminal.reader().read(A_MOMENT_MILLIS) >= 0; i++) {}
    } catch (IOException e) {
      throw new UncheckedIOException("reading from the terminal", e);
    }
  }

  @Override
  public void showPassing(String line) {
    print(START_OF_LINE + line);
  }

  @Override
  public void clearPassing() {
    print(ERASE_LINE);
  }

  @Override
  public void onInterrupt(Runnable action) {
    onInterrupt.set(action);
  }

  @Override
  public void close() {
    try {
      terminal.close();
    } catch (IOException e) {
      throw new UncheckedIOException("giving the terminal back", e);
    }
  }
}
