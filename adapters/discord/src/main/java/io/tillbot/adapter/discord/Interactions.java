package io.tillbot.adapter.discord;

import io.tillbot.core.Answer;
import io.tillbot.core.Bot;
import io.tillbot.core.Invocation;
import io.tillbot.core.Press;
import io.tillbot.core.Step;
import io.tillbot.core.Stepped;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Slash commands and pressed buttons: each becomes a call of the bot, in the name of the one who
 * gave it. Safe for many threads; each call blocks until it is answered.
 */
final class Interactions extends ListenerAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(Interactions.class);

  private final Bot bot;
  private final CardRenderer cards;
  private final Pace pace;
  private final Gate gate;

  Interactions(Bot bot, CardRenderer cards, Pace pace, Gate gate) {
    this.bot = bot;
    this.cards = cards;
    this.pace = pace;
    this.gate = gate;
  }

  @Override
  public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
    Sender sender = Sender.of(event);
    Map<String, String> options = new HashMap<>();
    for (OptionMapping option : event.getOptions()) {
      options.put(option.getName(), option.getAsString());
    }
    Step step = new Step(new Invocation.Named(event.getFullCommandName(), options), 0);
    gate.pass(
        () ->
            pace.answer(
                new Exchange.Reply(event),
                () -> inPlace(sender, typed(sender, step).outcome(), step),
                broken(sender)));
  }

  private Answer typed(Sender sender, Step step) {
    return bot.handle(new Invocation(sender.caller(), sender.place(), step.input()));
  }

  @Override
  public void onButtonInteraction(ButtonInteractionEvent event) {
    CustomId.of(event.getComponentId())
        .ifPresent(button -> gate.pass(() -> pressed(event, button, Sender.of(event))));
  }

  private void pressed(ButtonInteractionEvent event, CustomId button, Sender sender) {
    Press press = new Press(sender.caller(), sender.place(), button.ticket());
    switch (button.kind()) {
      case RUN ->
          pace.answer(
              new Exchange.Reply(event),
              () -> {
                Stepped run = bot.step(press);
                return inPlace(sender, run.answer().outcome(), run.step().orElse(null));
              },
              broken(sender));
      case PAGE ->
          pace.answer(
              new Exchange.Edit(event),
              () -> {
                Stepped run = bot.step(press);
                return served(sender, run.answer(), run.step().orElse(null));
              },
              broken(sender));
      case CONFIRM ->
          pace.answerAfterDeferring(
              new Exchange.Edit(event),
              () -> served(sender, bot.confirm(press), null),
              broken(sender));
      case STOP ->
          pace.answer(
              new Exchange.Edit(event),
              () -> served(sender, bot.stop(press), null),
              broken(sender));
    }
  }

  /** A message is replaced only by what its own button has done. */
  private Answered served(Sender sender, Answer answer, @Nullable Step step) {
    Answered.Position position =
        switch (answer.use()) {
          case SERVED -> Answered.Position.IN_PLACE;
          case TURNED_AWAY -> Answered.Position.BESIDE;
        };
    return shown(sender, answer.outcome(), step, position);
  }

  private Answered inPlace(Sender sender, Outcome outcome, @Nullable Step step) {
    return shown(sender, outcome, step, Answered.Position.IN_PLACE);
  }

  private Answered shown(
      Sender sender, Outcome outcome, @Nullable Step step, Answered.Position position) {
    View view = new View(outcome, step, sender.locale());
    try {
      return new Answered(cards.render(view, next -> bot.offer(sender.caller(), next)), position);
    } catch (RuntimeException failure) {
      // What was done must be told, even where its next steps cannot be kept.
      LOG.error("an answer is shown without its buttons", failure);
      Outcome bare = outcome.with(outcome.reply().withoutRuns());
      return new Answered(
          cards.render(new View(bare, null, sender.locale()), Interactions::noButton), position);
    }
  }

  private static TicketId noButton(Step step) {
    throw new IllegalStateException("that card has no buttons");
  }

  private Supplier<Answered> broken(Sender sender) {
    Outcome outcome =
        new Outcome.Unavailable(
            Reply.card(Text.of("discord.failed"))
                .tone(Tone.BAD)
                .body(Text.of("discord.failed-what-to-do"))
                .build());
    return () -> shown(sender, outcome, null, Answered.Position.BESIDE);
  }
}
