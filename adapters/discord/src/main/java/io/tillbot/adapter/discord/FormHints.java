package io.tillbot.adapter.discord;

import io.tillbot.core.reply.Form;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A form on Discord is the command's own options: the card says which of them to give when the
 * command is run again.
 */
final class FormHints {
  private final SlashLines lines;
  private final Locale locale;

  FormHints(SlashLines lines, Locale locale) {
    this.lines = lines;
    this.locale = locale;
  }

  /** The outcome with the questions of its form, if it has one, on its card. */
  Outcome put(Outcome outcome) {
    return outcome instanceof Outcome.NeedsInput(Reply reply, Form form)
        ? outcome.with(card(reply, form))
        : outcome;
  }

  private Reply card(Reply reply, Form form) {
    String line = lines.typed(form.command(), form.given(), locale);
    Reply.Builder card = reply.more().body(Text.of("discord.form", Value.data(line)));
    form.questions().forEach(question -> put(question, card));
    return card.build();
  }

  private void put(Form.Question question, Reply.Builder card) {
    Text name = Text.of("discord.form.option", Value.data(lines.option(question.name(), locale)));
    switch (question) {
      case Form.Line line ->
          card.field(
              name,
              line.present() == null
                  ? Text.of("discord.form.line", line.label(), Value.data(line.example()))
                  : Text.of("discord.form.line-now", line.label(), line.present()));
      case Form.Choice choice ->
          card.field(
              name, Text.of("discord.form.choice", choice.label(), ids(choice.choices().stream())));
      case Form.Selection selection ->
          card.field(
              name,
              Text.of(
                  "discord.form.several", selection.label(), ids(selection.choices().stream())));
      case Form.SecretText secret ->
          card.field(name, Text.of("discord.form.secret", secret.label()));
    }
  }

  private static Value ids(Stream<Form.Option> options) {
    return Value.data(
        options
            .filter(option -> !option.isUnanswered())
            .map(Form.Option::id)
            .collect(Collectors.joining(", ")));
  }
}
