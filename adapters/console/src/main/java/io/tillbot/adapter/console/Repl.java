package io.tillbot.adapter.console;

import io.tillbot.core.access.TicketId;
import io.tillbot.core.port.Texts;
import io.tillbot.core.reply.Form;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A prompt: a line in, a card out, until the person leaves. Files are saved as they come; long
 * tables are shown page by page; forms are asked question by question; a change is sent only after
 * a plain yes. For one thread.
 */
public final class Repl {
  private static final Logger LOG = LoggerFactory.getLogger(Repl.class);
  private static final String PROMPT = "tillbot> ";
  private static final int LONGEST_LINE = 4_000;

  private final Terminal terminal;
  private final Conversation conversation;
  private final CardRenderer cards;
  private final FileSaver saver;
  private final Talking talking;
  private final Waiting waiting;
  private final FormDialog dialog;
  private final CommandCompletion completion;
  private final Written written;
  private final Pages pages = new Pages();

  public Repl(Terminal terminal, Conversation conversation, Texts texts, FileSaver saver) {
    this.terminal = terminal;
    this.conversation = conversation;
    this.cards = new CardRenderer(texts);
    this.saver = saver;
    this.written = new Written(texts, terminal.screen().locale());
    this.talking = new Talking(terminal, written);
    this.waiting = new Waiting(terminal, talking);
    this.dialog = new FormDialog(terminal, talking, conversation::check);
    this.completion = new CommandCompletion(conversation.commands(), conversation::suggested);
  }

  /** Welcomes, and talks until {@code exit}, {@code quit} or the end of the input. */
  public void run(Reply welcome) {
    show(new Outcome.Answered(welcome));
    while (true) {
      switch (terminal.readCommand(PROMPT, this::candidates)) {
        case Typed.Line(String line) -> {
          if (isFarewell(line)) {
            return;
          }
          take(line.strip());
        }
        case Typed.Interrupted(Typed.Abandoned abandoned) -> {
          if (abandoned == Typed.Abandoned.NOTHING) {
            talking.say(Text.of("console.how-to-leave"), Ink.DIM);
          }
        }
        case Typed.End _ -> {
          talking.gap();
          return;
        }
      }
    }
  }

  private List<Completion.Candidate> candidates(String typed) {
    return completion.after(typed).stream().map(this::candidate).toList();
  }

  private Completion.Candidate candidate(Proposal proposal) {
    String label = String.join(" · ", proposal.label().stream().map(written::of).toList());
    return new Completion.Candidate(
        Columns.clean(proposal.word()), label.replace(Columns.NO_BREAK_SPACE, ' '));
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
      String command = command(line);
      attempt(() -> conversation.say(command));
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
  private void attempt(Supplier<Outcome> work) {
    try {
      Optional<Outcome> outcome = waiting.forAnswer(work);
      if (outcome.isPresent()) {
        answer(outcome.get());
      } else {
        talking.say(Text.of("console.waiting.ended"), Ink.DIM);
        talking.gap();
      }
    } catch (RuntimeException bug) {
      LOG.error("the terminal could not show an answer", bug);
      show(new Outcome.Unavailable(Reply.card(Text.of("console.failed")).tone(Tone.BAD).build()));
    }
  }

  private void answer(Outcome outcome) {
    show(pages.first(outcome));
    goOn(outcome);
  }

  private void goOn(Outcome outcome) {
    switch (outcome) {
      case Outcome.NeedsInput(_, Form form) -> fillIn(form);
      case Outcome.NeedsConfirmation(_, TicketId ticket) -> decide(ticket);
      case Outcome.Answered _,
          Outcome.Pending _,
          Outcome.NeedsLink _,
          Outcome.Refused _,
          Outcome.Unknown _,
          Outcome.Unavailable _ -> {}
    }
  }

  private void fillIn(Form form) {
    var answers = dialog.ask(form);
    talking.gap();
    answers.ifPresent(given -> attempt(() -> conversation.answer(form, given)));
  }

  private void decide(TicketId ticket) {
    switch (new YesNo(terminal, talking).ask()) {
      case YES -> goOn(new Unbroken(this::sayThatTheEndWaits).run(() -> carriedOut(ticket)));
      case NO -> attempt(() -> conversation.stop(ticket));
    }
  }

  /** Once confirmed, a fault of ours must not read as if nothing had happened. */
  private Outcome carriedOut(TicketId ticket) {
    try {
      Outcome outcome = waiting.forChange(() -> conversation.confirm(ticket));
      show(pages.first(outcome));
      return outcome;
    } catch (RuntimeException bug) {
      LOG.error("the terminal could not show what became of a change", bug);
      Outcome unknown =
          new Outcome.Unknown(
              Reply.card(Text.of("console.failed-change"))
                  .tone(Tone.WARNING)
                  .body(Text.of("unknown.do-not-repeat"))
                  .build());
      show(unknown);
      return unknown;
    }
  }

  private void sayThatTheEndWaits() {
    talking.gap();
    talking.say(Text.of("console.sending.wait"));
  }

  private void refuse(Text sentence) {
    show(new Outcome.Refused(Reply.of(sentence)));
  }

  private void show(Outcome outcome) {
    List<SavedFile> files = saver.saveAll(outcome.reply());
    terminal.print("\n" + cards.render(outcome, files, terminal.screen()) + "\n");
  }
}
