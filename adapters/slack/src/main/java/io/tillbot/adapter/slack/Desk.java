package io.tillbot.adapter.slack;

import io.tillbot.core.Bot;
import io.tillbot.core.Step;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.access.Workspace;
import io.tillbot.core.reply.Attachment;
import io.tillbot.core.reply.Button;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a message of an outcome, for one caller: files first, so that the card can tell of them.
 */
final class Desk {
  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

  private final Bot bot;
  private final DirectFiles files;
  private final CardRenderer cards;
  private final Function<Caller, Locale> language;

  Desk(Bot bot, DirectFiles files, CardRenderer cards, Function<Caller, Locale> language) {
    this.bot = bot;
    this.files = files;
    this.cards = cards;
    this.language = language;
  }

  /**
   * The message, its files on their way.
   *
   * @param step what made the outcome; empty where it cannot be run again for another page
   */
  Message message(Caller caller, Outcome outcome, Optional<Step> step) {
    List<Attachment> attached = outcome.reply().attachments();
    return attached.isEmpty()
        ? rendered(caller, outcome, step)
        : beside(caller, outcome, step, files.send(caller, attached));
  }

  /**
   * The same for somebody who is answered where they asked; empty where it went with its files, as
   * one message.
   */
  Optional<Message> message(Recipient to, Outcome outcome, Optional<Step> step) {
    Caller caller = to.caller();
    List<Attachment> attached = outcome.reply().attachments();
    if (attached.isEmpty()) {
      return Optional.of(rendered(caller, outcome, step));
    }
    DirectFiles.Sent sent = files.sendWith(to, attached, () -> rendered(caller, outcome, step));
    return sent.hasCard() ? Optional.empty() : Optional.of(beside(caller, outcome, step, sent));
  }

  /** A card that tells of its files, which are elsewhere. */
  private Message beside(
      Caller caller, Outcome outcome, Optional<Step> step, DirectFiles.Sent sent) {
    Reply.Builder card = outcome.reply().more();
    sent.notes().forEach(card::note);
    sent.link().ifPresent(link -> card.button(Text.of("slack.file.open"), new Button.Open(link)));
    return rendered(caller, outcome.with(card.build()), step);
  }

  private Message rendered(Caller caller, Outcome shown, Optional<Step> step) {
    Locale locale = language.apply(caller);
    try {
      return cards.render(new Showing(shown, locale, step, each -> bot.offer(caller, each)));
    } catch (RuntimeException failure) {
      // What was done must be told, even where its next steps cannot be kept.
      LOG.error("an answer is shown without its buttons", failure);
      Outcome bare = shown.with(shown.reply().withoutRuns());
      return cards.render(new Showing(bare, locale, Optional.empty(), Desk::noButton));
    }
  }

  /** A card for everybody in a channel, whose buttons serve whoever presses them; in English. */
  Message announcement(Workspace workspace, Outcome outcome) {
    return cards.render(
        new Showing(
            outcome.with(outcome.reply().without(Button.Share.class::isInstance)),
            Locale.ENGLISH,
            Optional.empty(),
            step -> bot.offerToAll(workspace, step)));
  }

  private static TicketId noButton(Step step) {
    throw new IllegalStateException("that card has no buttons");
  }

  /** What the work makes, or a card that says that it failed here; a person is always answered. */
  Message guarded(Caller caller, Supplier<Message> work) {
    return tried(caller, () -> Optional.of(work.get())).orElseThrow();
  }

  /** The same for work that may have no message left to send. */
  Optional<Message> tried(Caller caller, Supplier<Optional<Message>> work) {
    try {
      return work.get();
    } catch (RuntimeException failure) {
      LOG.error("an answer could not be made", failure);
      return Optional.of(
          cards.render(
              new Showing(
                  new Outcome.Unavailable(
                      Reply.card(Text.of("slack.broken"))
                          .tone(Tone.BAD)
                          .body(Text.of("slack.broken-what-to-do"))
                          .build()),
                  language.apply(caller),
                  Optional.empty(),
                  Desk::noButton)));
    }
  }
}
