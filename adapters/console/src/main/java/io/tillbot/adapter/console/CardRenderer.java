package io.tillbot.adapter.console;

import io.tillbot.adapter.console.Screen.Colours;
import io.tillbot.core.port.Texts;
import io.tillbot.core.reply.Button;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows an outcome as a card of plain lines, in colours where the screen has them. No line is wider
 * than the screen. Safe for many threads.
 */
public final class CardRenderer {
  private static final int WIDEST_PARAGRAPH = 88;
  private static final int GAP = 2;

  private final Texts texts;

  public CardRenderer(Texts texts) {
    this.texts = texts;
  }

  /**
   * The whole card, each line ended by a line break.
   *
   * @param files what became of the reply's attachments
   */
  public String render(Outcome outcome, List<SavedFile> files, Screen screen) {
    return new Card(outcome.reply(), outcome.tone(), files, screen).text();
  }

  /** One card while it is written. */
  private final class Card {
    private final Reply reply;
    private final Tone tone;
    private final List<SavedFile> files;
    private final Screen screen;
    private final Colours colours;
    private final int available;
    private final Written written;
    private final List<String> lines = new ArrayList<>();

    private Card(Reply reply, Tone tone, List<SavedFile> files, Screen screen) {
      this.reply = reply;
      this.tone = tone;
      this.files = files;
      this.screen = screen;
      this.colours = screen.colours();
      this.available = screen.width() - Margin.WIDTH;
      this.written = new Written(texts, screen.locale());
    }

    private String text() {
      block(title());
      reply.body().forEach(paragraph -> block(Margin.put(" ", paragraph(paragraph))));
      block(fields());
      reply.table().ifPresent(table -> block(new TableBlock(written, screen).lines(table)));
      block(notes());
      block(files());
      block(buttons());
      return String.join("\n", lines).replace(Columns.NO_BREAK_SPACE, ' ') + "\n";
    }

    private void block(List<String> block) {
      if (!block.isEmpty()) {
        if (!lines.isEmpty()) {
          lines.add("");
        }
        lines.addAll(block);
      }
    }

    private List<String> title() {
      String sign = tone == Tone.NEUTRAL ? "•" : Margin.sign(tone);
      List<String> title =
          Columns.wrap(written.of(reply.title()), available).stream()
              .map(line -> Ink.BOLD.on(line, colours))
              .toList();
      return Margin.put(Ink.of(tone).on(sign, colours), title);
    }

    private List<String> paragraph(Text text) {
      return Columns.wrap(written.of(text), Math.min(available, WIDEST_PARAGRAPH));
    }

    private List<String> fields() {
      return Margin.put(
              " ",
              new FieldsBlock(available, colours)
                  .lines(
                      reply.fields().stream()
                          .map(field -> FieldsBlock.line(written, field.name(), field.value()))
                          .toList()))
          .stream()
          .toList();
    }

    private List<String> notes() {
      List<String> notes = new ArrayList<>();
      for (Text note : reply.notes()) {
        for (String line : paragraph(note)) {
          notes.add(Margin.BLANK + Ink.DIM.on(line, colours));
        }
      }
      return notes;
    }

    private List<String> files() {
      List<String> shown = new ArrayList<>();
      for (SavedFile file : files) {
        List<String> sentence = Columns.wrap(written.of(sentence(file)), available);
        shown.addAll(
            switch (file) {
              case SavedFile.Saved _ -> Margin.put(Ink.GREEN.on("↓", colours), sentence);
              case SavedFile.NotSaved _ -> Margin.mark(Tone.BAD, sentence, colours);
            });
      }
      return shown;
    }

    private List<String> buttons() {
      List<Button> typed = reply.buttons().stream().filter(CardRenderer::canBeTyped).toList();
      int commands = typed.stream().mapToInt(button -> Columns.width(line(button))).max().orElse(0);
      List<String> shown = new ArrayList<>();
      for (Button button : typed) {
        String label = written.of(button.label());
        if (commands + GAP + Columns.width(label) <= available) {
          String command = Columns.padRight(line(button), commands + GAP);
          shown.add(arrow() + " " + Ink.CYAN.on(command, colours) + label);
        } else {
          List<String> stacked = new ArrayList<>();
          Columns.wrap(line(button), available)
              .forEach(line -> stacked.add(Ink.CYAN.on(line, colours)));
          Columns.wrap(label, available - GAP)
              .forEach(line -> stacked.add(Columns.blanks(GAP) + line));
          shown.addAll(Margin.put(arrow(), stacked));
        }
      }
      return shown;
    }

    private String arrow() {
      return Ink.DIM.on("→", colours);
    }
  }

  /** A change is confirmed by an answer, not by a command. */
  private static boolean canBeTyped(Button button) {
    return switch (button.action()) {
      case Button.Run _, Button.Open _ -> true;
      case Button.Confirm _, Button.Stop _, Button.Share _ -> false;
    };
  }

  private static String line(Button button) {
    return switch (button.action()) {
      case Button.Run(String line) -> Columns.clean(line);
      case Button.Open(URI address) -> Columns.clean(address.toString());
      case Button.Confirm _, Button.Stop _, Button.Share _ -> "";
    };
  }

  /** What became of a file, in a sentence. */
  static Text sentence(SavedFile file) {
    return switch (file) {
      case SavedFile.Saved(_, var path) -> Text.of("console.saved", Value.data(path.toString()));
      case SavedFile.NotSaved(var attachment, Text reason) ->
          Text.of("console.not-saved", Value.data(attachment.name()), reason);
    };
  }
}
