package io.tillbot.adapter.discord;

import io.tillbot.adapter.discord.Arrivals.Manner;
import io.tillbot.core.Answer;
import io.tillbot.core.Bot;
import io.tillbot.core.Delivered;
import io.tillbot.core.Invocation;
import io.tillbot.core.Message;
import io.tillbot.core.Press;
import io.tillbot.core.Pressed;
import io.tillbot.core.Received;
import io.tillbot.core.Step;
import io.tillbot.core.Stepped;
import io.tillbot.core.reply.Outcome;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import org.jspecify.annotations.Nullable;

/**
 * Slash commands and pressed buttons: each becomes a call of the bot, in the name of the one who
 * gave it. Safe for many threads; each call blocks until it is answered.
 */
final class Interactions extends ListenerAdapter {
  private final Bot bot;
  private final Presenter presenter;
  private final Pace pace;
  private final Gate gate;

  Interactions(Bot bot, Presenter presenter, Pace pace, Gate gate) {
    this.bot = bot;
    this.presenter = presenter;
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
    Message message = new Invocation(sender.caller(), sender.place(), step.input());
    gate.pass(
        () ->
            takenUp(
                Arrivals.of(message, event, Manner.REPLY, sender.locale()),
                received ->
                    pace.answer(
                        new Exchange.Reply(event),
                        () -> inPlace(sender, received.answer().answer().outcome(), step),
                        broken(sender))));
  }

  /** Does nothing for what was here before, in whatever process: Discord has its answer. */
  private void takenUp(Delivered delivered, Predicate<Received> answered) {
    bot.takeUp(delivered).filter(answered).ifPresent(Received::answered);
  }

  @Override
  public void onButtonInteraction(ButtonInteractionEvent event) {
    CustomId.of(event.getComponentId())
        .ifPresent(button -> gate.pass(() -> pressed(event, button, Sender.of(event))));
  }

  private void pressed(ButtonInteractionEvent event, CustomId button, Sender sender) {
    Press press = new Press(sender.caller(), sender.place(), button.ticket());
    Manner manner = button.kind() == CustomId.Kind.RUN ? Manner.REPLY : Manner.EDIT;
    takenUp(
        Arrivals.of(new Pressed(meaning(button.kind()), press), event, manner, sender.locale()),
        received -> pressed(event, button.kind(), received, sender));
  }

  private static Pressed.Kind meaning(CustomId.Kind kind) {
    return switch (kind) {
      case RUN, PAGE -> Pressed.Kind.STEP;
      case CONFIRM -> Pressed.Kind.CONFIRM;
      case STOP -> Pressed.Kind.STOP;
    };
  }

  private boolean pressed(
      ButtonInteractionEvent event, CustomId.Kind kind, Received received, Sender sender) {
    return switch (kind) {
      case RUN ->
          pace.answer(
              new Exchange.Reply(event),
              () -> {
                Stepped run = received.answer();
                return inPlace(sender, run.answer().outcome(), run.step().orElse(null));
              },
              broken(sender));
      case PAGE, STOP ->
          pace.answer(
              new Exchange.Edit(event), () -> served(sender, received.answer()), broken(sender));
      case CONFIRM ->
          pace.answerAfterDeferring(
              new Exchange.Edit(event), () -> served(sender, received.answer()), broken(sender));
    };
  }

  /** A message is replaced only by what its own button has done. */
  private Answered served(Sender sender, Stepped stepped) {
    Answer answer = stepped.answer();
    Answered.Position position =
        switch (answer.use()) {
          case SERVED -> Answered.Position.IN_PLACE;
          case TURNED_AWAY -> Answered.Position.BESIDE;
        };
    return shown(sender, answer.outcome(), stepped.step().orElse(null), position);
  }

  private Answered inPlace(Sender sender, Outcome outcome, @Nullable Step step) {
    return shown(sender, outcome, step, Answered.Position.IN_PLACE);
  }

  private Answered shown(
      Sender sender, Outcome outcome, @Nullable Step step, Answered.Position position) {
    View view = new View(outcome, step, sender.locale());
    return new Answered(presenter.message(sender.caller(), view), position);
  }

  private Supplier<Answered> broken(Sender sender) {
    return () -> shown(sender, Presenter.failed(), null, Answered.Position.BESIDE);
  }
}
