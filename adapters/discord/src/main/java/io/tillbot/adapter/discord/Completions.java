package io.tillbot.adapter.discord;

import io.tillbot.core.Bot;
import io.tillbot.core.port.Texts;
import io.tillbot.core.suggest.Suggestion;
import io.tillbot.core.suggest.Typing;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Completes what somebody is typing; offers nothing rather than late. Safe for many threads. */
final class Completions extends ListenerAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(Completions.class);

  private final Bot bot;
  private final Texts texts;
  private final Gate gate;

  Completions(Bot bot, Texts texts, Gate gate) {
    this.bot = bot;
    this.texts = texts;
    this.gate = gate;
  }

  @Override
  public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
    gate.pass(() -> complete(event));
  }

  private void complete(CommandAutoCompleteInteractionEvent event) {
    Sender sender = Sender.of(event);
    Typing typing =
        new Typing(
            sender.caller(),
            sender.place(),
            event.getFullCommandName(),
            event.getFocusedOption().getName(),
            event.getFocusedOption().getValue());
    List<Command.Choice> choices =
        bot.suggest(typing).stream()
            .filter(suggestion -> suggestion.word().length() <= Limits.CHOICE)
            .limit(Limits.CHOICES)
            .map(suggestion -> choice(suggestion, sender.locale()))
            .toList();
    try {
      event
          .replyChoices(choices)
          .timeout(Exchange.FIRST.toMillis(), TimeUnit.MILLISECONDS)
          .complete();
    } catch (RuntimeException refused) {
      // Whoever types goes on typing.
      LOG.debug("Discord did not take what was offered: {}", Failures.reason(refused));
    }
  }

  private Command.Choice choice(Suggestion suggestion, Locale locale) {
    Written written = new Written(texts, locale, UnaryOperator.identity());
    String label =
        Stream.concat(Stream.of(suggestion.word()), suggestion.label().stream().map(written::of))
            .collect(Collectors.joining(" · "));
    return new Command.Choice(Markdown.plain(label, Limits.CHOICE), suggestion.word());
  }
}
