package io.tillbot.adapter.console;

import io.tillbot.core.port.Texts;
import io.tillbot.core.reply.Form;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A prompt: a line in, a card out, until the person leaves. Files are saved as they come; long
 * tables are shown page by page; forms are asked question by question. For one thread.
 */
public final class Repl {
  private static final Logger LOG = LoggerFactory.getLogger(Repl.class);
  private static final String PROMPT = "tillbot> ";
  private static final int LONGEST_LINE = 4_000;

  private final Terminal terminal;
  private final Conversation conversation;
  private final CardRenderer cards;
  private final FileSaver saver;
  private final Screen screen;
  private final FormDialog dialog;
  private final Pages pages = new Pages();

  public Repl(
      Terminal terminal, Conversation conversation, Texts texts, FileSaver saver, Screen screen) {
    this.terminal = terminal;
    this.conversation = conversation;
    this.cards = new CardRenderer(texts);
    this.saver = saver;
    this.screen = screen;
    this.dialog = new FormDialog(terminal, new Written(texts, screen.locale()), screen);
  }

  /** Welcomes, and talks until {@code exit}, {@code quit} or the end of the input. */
  public void run(Reply welcome) {
    show(new Outcome.Answered(welcome));
    String line = terminal.readLine(PROMPT);
    while (line != null && !isFarewell(line)) {
      take(line.strip());
      line = terminal.readLine(PROMPT);
    }
    if (line == null) {
      terminal.print("\n");
    }
  }

  private static boolean isFarewell(String line) {
    return switch (word(line)) {
      case "exit", "quit" -> true;
      default -> false;
    };
  }

  private static String word(String line) {
    String typed = line.strip().toLowerCase(Locale.ROOT);
    return typed.startsWith("/") ? typed.substring(1) : typed;
  }

  private void take(String line) {
    if (line.isEmpty()) {
      return;
    }
    if (line.length() > LONGEST_LINE) {
      refuse(Text.of("console.line-too-long", Value.count(LONGEST_LINE)));
    } else if (word(line).equals("more")) {
      pages.next().ifPresentOrElse(this::show, () -> refuse(Text.of("console.more.none")));
    } else {
      guarded(() -> conversation.say(command(line)));
    }
  }

  /** The slash may be left out, and help is asked for by its name alone. */
  private static String command(String line) {
    String slashed = line.startsWith("/") ? line : "/" + line;
    return word(line).equals("help") || word(line).startsWith("help ")
        ? "/billing " + slashed.substring(1)
        : slashed;
  }

  /** The core answers for its own faults; this is for those around it. */
  private void guarded(Supplier<Outcome> work) {
    try {
      answer(work.get());
    } catch (RuntimeException bug) {
      LOG.error("the terminal could not show an answer", bug);
      show(new Outcome.Unavailable(Reply.card(Text.of("console.failed")).tone(Tone.BAD).build()));
    }
  }

  private void answer(Outcome outcome) {
    show(pages.first(outcome));
    if (outcome instanceof Outcome.NeedsInput(_, Form form)) {
      Optional<Map<String, String>> answers = dialog.ask(form);
      terminal.print("\n");
      answers.ifPresent(given -> guarded(() -> conversation.answer(form, given)));
    }
  }

  private void refuse(Text sentence) {
    show(new Outcome.Refused(Reply.of(sentence)));
  }

  private void show(Outcome outcome) {
    List<SavedFile> files = saver.saveAll(outcome.reply());
    terminal.print("\n" + cards.render(outcome, files, screen) + "\n");
  }
}
