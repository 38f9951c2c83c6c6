package io.tillbot.adapter.console;

import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Text;
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
   * Shows the outcome. An answer whose file could not be saved is no answer: it is shown in full,
   * and ends as unavailable.
   *
   * @return what the process ends with
   */
  public ExitStatus show(Outcome outcome, String correlation, Format format) {
    List<SavedFile> files = saver.saveAll(outcome.reply());
    Outcome shown =
        isCutShort(outcome, files)
            ? new Outcome.Unavailable(outcome.reply())
            : withItsConfirmation(outcome);
    out.print(
        switch (format) {
          case CARD -> cards.render(shown, files, screen);
          case JSON -> json.render(shown, files, screen.locale(), correlation);
        });
    out.flush();
    return ExitStatus.of(shown);
  }

  /** Shows the card of a change that is about to be confirmed. */
  public void preview(Outcome.NeedsConfirmation asked) {
    out.print(cards.render(asked, List.of(), screen) + "\n");
    out.flush();
  }

  /** There is nobody here to press a button: the card says what else confirms. */
  private static Outcome withItsConfirmation(Outcome outcome) {
    return outcome instanceof Outcome.NeedsConfirmation
        ? outcome.with(outcome.reply().more().note(Text.of("console.confirm.with-yes")).build())
        : outcome;
  }

  private static boolean isCutShort(Outcome outcome, List<SavedFile> files) {
    return outcome instanceof Outcome.Answered
        && files.stream().anyMatch(SavedFile.NotSaved.class::isInstance);
  }
}
