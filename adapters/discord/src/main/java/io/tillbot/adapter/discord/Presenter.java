package io.tillbot.adapter.discord;

import io.tillbot.core.Bot;
import io.tillbot.core.Step;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.access.Workspace;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.util.Locale;
import java.util.Optional;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a message of an outcome, for one caller alone. Safe for many threads. */
final class Presenter {
  private static final Logger LOG = LoggerFactory.getLogger(Presenter.class);

  private final Bot bot;
  private final CardRenderer cards;

  Presenter(Bot bot, CardRenderer cards) {
    this.bot = bot;
    this.cards = cards;
  }

  /** The message; what its buttons are to run is kept for the caller. */
  MessageCreateData message(Caller caller, View view) {
    try {
      return cards.render(view, next -> bot.offer(caller, next));
    } catch (RuntimeException failure) {
      // What was done must be told, even where its next steps cannot be kept.
      LOG.error("an answer is shown without its buttons", failure);
      Outcome outcome = view.outcome();
      Outcome bare = outcome.with(outcome.reply().withoutRuns());
      return cards.render(new View(bare, null, view.locale()), Presenter::noButton);
    }
  }

  /** The message for everybody in a channel: its buttons serve whoever presses them. */
  MessageCreateData forEverybody(Workspace workspace, Outcome outcome, Locale locale) {
    return cards.render(new View(outcome, null, locale), next -> bot.offerToAll(workspace, next));
  }

  /** The form as a modal, where it is one. */
  Optional<Modal> modal(Outcome outcome, Locale locale) {
    return cards.modal(outcome, locale);
  }

  /** One line of text, for where there is no card. */
  String words(Value value, Locale locale) {
    return cards.words(value, locale);
  }

  /** Says that an answer could not be shown. */
  static Outcome failed() {
    return new Outcome.Unavailable(
        Reply.card(Text.of("discord.failed"))
            .tone(Tone.BAD)
            .body(Text.of("discord.failed-what-to-do"))
            .build());
  }

  private static TicketId noButton(Step step) {
    throw new IllegalStateException("that card has no buttons");
  }
}
