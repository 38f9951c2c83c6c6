package io.tillbot.adapter.discord;

import io.tillbot.adapter.discord.Arrivals.Manner;
import io.tillbot.core.Answer;
import io.tillbot.core.Bot;
import io.tillbot.core.FormAnswers;
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
import java.util.Optional;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;
import org.jspecify.annotations.Nullable;

/**
 * Commands, pressed buttons, menus and modals: each becomes a call of the bot, in the name of the
 * one who gave it. Safe for many threads; each call blocks until it is answered.
 */
final class Interactions extends ListenerAdapter {
  private final Bot bot;
  private final Presenter presenter;
  private final Pace pace;
  private final Gate gate;
  private final Languages languages;
  private final Modals modals;

  Interactions(
      Bot bot, Presenter presenter, Pace pace, Gate gate, Languages languages, Modals modals) {
    this.bot = bot;
    this.presenter = presenter;
    this.pace = pace;
    this.gate = gate;
    this.languages = languages;
    this.modals = modals;
  }

  @Override
  public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
    Map<String, String> options = new HashMap<>();
    for (OptionMapping option : event.getOptions()) {
      options.put(option.getName(), option.getAsString());
    }
    run(event, new Invocation.Named(event.getFullCommandName(), options));
  }

  @Override
  public void onMessageContextInteraction(MessageContextInteractionEvent event) {
    run(event, new Invocation.FoundIn(words(event.getTarget())));
  }

  /** What the message says, also on a card. */
  private static String words(net.dv8tion.jda.api.entities.Message message) {
    StringBuilder words = new StringBuilder(message.getContentRaw());
    for (MessageEmbed embed : message.getEmbeds()) {
      Optional.ofNullable(embed.getTitle()).ifPresent(title -> words.append('\n').append(title));
      Optional.ofNullable(embed.getDescription())
          .ifPresent(text -> words.append('\n').append(text));
    }
    return words.toString();
  }

  private void run(IReplyCallback event, Invocation.Input input) {
    Sender sender = sender(event);
    serve(
        event,
        new Exchange.Reply(event, sender.privacy()),
        new Given(sender, new Invocation(sender.caller(), sender.place(), input), Manner.REPLY),
        stepped -> inPlace(sender, stepped.answer().outcome(), new Step(input, 0)));
  }

  private Sender sender(IReplyCallback event) {
    Sender sender = Sender.of(event);
    languages.reads(sender.caller().user(), sender.locale());
    return sender;
  }

  @Override
  public void onButtonInteraction(ButtonInteractionEvent event) {
    String id = event.getComponentId();
    CustomId.of(id).ifPresent(button -> pressed(event, button, sender(event)));
    FormId.of(id)
        .filter(form -> form.kind() == FormId.Kind.OPENS)
        .ifPresent(form -> gate.pass(() -> modals.open(event, form, sender(event).locale())));
  }

  private void pressed(ButtonInteractionEvent event, CustomId button, Sender sender) {
    Press press = new Press(sender.caller(), sender.place(), button.ticket());
    Manner manner = button.kind() == CustomId.Kind.RUN ? Manner.REPLY : Manner.EDIT;
    Exchange exchange =
        button.kind() == CustomId.Kind.RUN
            ? new Exchange.Reply(event, sender.privacy())
            : new Exchange.Edit(event, sender.privacy());
    serve(
        event,
        exchange,
        new Given(sender, new Pressed(meaning(button.kind()), press), manner),
        stepped ->
            switch (button.kind()) {
              case RUN -> ran(sender, stepped);
              case PAGE, STOP, CONFIRM -> served(sender, stepped, Answered.Position.IN_PLACE);
              case SHARE -> shared(sender, stepped);
            });
  }

  private static Pressed.Kind meaning(CustomId.Kind kind) {
    return switch (kind) {
      case RUN, PAGE -> Pressed.Kind.STEP;
      case SHARE -> Pressed.Kind.SHARE;
      case CONFIRM -> Pressed.Kind.CONFIRM;
      case STOP -> Pressed.Kind.STOP;
    };
  }

  @Override
  public void onStringSelectInteraction(StringSelectInteractionEvent event) {
    FormId.of(event.getComponentId())
        .ifPresent(
            form -> {
              String answer =
                  event.getValues().stream()
                      .filter(value -> !value.equals(Asking.UNANSWERED))
                      .collect(Collectors.joining(" "));
              filledIn(event, form, Map.of(form.question(), answer));
            });
  }

  @Override
  public void onModalInteraction(ModalInteractionEvent event) {
    FormId.of(event.getModalId())
        .ifPresent(
            form -> {
              Map<String, String> answers = new HashMap<>();
              for (ModalMapping value : event.getValues()) {
                answers.put(value.getCustomId(), value.getAsString());
              }
              filledIn(event, form, answers);
            });
  }

  private void filledIn(IReplyCallback event, FormId form, Map<String, String> answers) {
    Sender sender = sender(event);
    Message message =
        new FormAnswers(sender.caller(), sender.place(), form.command(), form.given(), answers);
    serve(
        event,
        new Exchange.Reply(event, sender.privacy()),
        new Given(sender, message, Manner.REPLY),
        stepped -> inPlace(sender, stepped.answer().outcome(), null));
  }

  /** What came, from whom, and how it is answered. */
  private record Given(Sender sender, Message message, Manner manner) {}

  /** Shows what the bot answered. */
  private interface Showing {
    Answered of(Stepped stepped);
  }

  private void serve(IReplyCallback event, Exchange exchange, Given given, Showing showing) {
    Sender sender = given.sender();
    Pace.Work work =
        new Pace.Work() {
          @Override
          public Optional<Received> takenUp() {
            return bot.takeUp(Arrivals.of(given.message(), event, given.manner(), sender.locale()));
          }

          @Override
          public Answered done(Received received) {
            return showing.of(received.answer());
          }

          @Override
          public Answered failed() {
            return shown(sender, Presenter.failed(), null, Answered.Position.BESIDE);
          }
        };
    gate.pass(() -> pace.serve(exchange, order(given.message()), work));
  }

  private static Pace.Order order(Message message) {
    return message instanceof Pressed(Pressed.Kind kind, Press _) && kind == Pressed.Kind.CONFIRM
        ? Pace.Order.DEFERRING
        : Pace.Order.WORK;
  }

  private Answered ran(Sender sender, Stepped run) {
    Outcome outcome = run.answer().outcome();
    Answered answer = inPlace(sender, outcome, run.step().orElse(null));
    return presenter.modal(outcome, sender.locale()).map(answer::orAs).orElse(answer);
  }

  /** A message is replaced only by what its own button has done. */
  private Answered served(Sender sender, Stepped stepped, Answered.Position served) {
    Answer answer = stepped.answer();
    Answered.Position position =
        switch (answer.use()) {
          case SERVED -> served;
          case TURNED_AWAY -> Answered.Position.BESIDE;
        };
    return shown(sender, answer.outcome(), stepped.step().orElse(null), position);
  }

  /** What cannot be shared is said to its caller alone. */
  private Answered shared(Sender sender, Stepped stepped) {
    boolean isShared =
        stepped.answer().use() == Answer.Use.SERVED
            && stepped.answer().outcome() instanceof Outcome.Answered;
    return served(
        sender, stepped, isShared ? Answered.Position.FOR_EVERYBODY : Answered.Position.BESIDE);
  }

  private Answered inPlace(Sender sender, Outcome outcome, @Nullable Step step) {
    return shown(sender, outcome, step, Answered.Position.IN_PLACE);
  }

  private Answered shown(
      Sender sender, Outcome outcome, @Nullable Step step, Answered.Position position) {
    View view = new View(outcome, step, sender.locale());
    return new Answered(
        presenter.message(sender.caller(), view),
        position,
        new Answered.Telling(
            sender.caller().user(), sender.place().id(), outcome, sender.locale()));
  }
}
