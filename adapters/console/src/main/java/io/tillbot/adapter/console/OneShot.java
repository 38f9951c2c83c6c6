package io.tillbot.adapter.console;

import io.tillbot.core.reply.Outcome;
import java.io.PrintStream;
import java.util.List;

/** Shows the outcome of a single command: its files saved, then one card or one JSON object. */
public final class OneShot {

  /** How an outcome is written. */
  public enum Format {
    CARD,
    JSON
  }

  private final CardRenderer cards;
  private final JsonRenderer json;
  private final FileSaver saver;
  private final Screen screen;
  private final PrintStream out;

  /** Writes to {@code out} and to nothing else; its character set should be UTF-8. */
  public OneShot(
      CardRenderer cards, JsonRenderer json, FileSaver saver, Screen screen, PrintStream out) {
    this.cards = cards;
    this.json = json;
    this.saver = saver;
    this.screen = screen;
    this.out = out;
  }

  /**
   * Shows the outcome.
   *
   * @return what the process ends with; a file that could not be saved is no full answer
   */
  public ExitStatus show(Outcome outcome, String correlation, Format format) {
    List<SavedFile> files = saver.saveAll(outcome.reply());
    out.print(
        switch (format) {
          case CARD -> cards.render(outcome, files, screen);
          case JSON -> json.render(outcome, files, screen.locale(), correlation);
        });
    out.flush();
    ExitStatus status = ExitStatus.of(outcome);
    return status == ExitStatus.ANSWERED
            && files.stream().anyMatch(SavedFile.NotSaved.class::isInstance)
        ? ExitStatus.NOT_ANSWERED
        : status;
  }
}
