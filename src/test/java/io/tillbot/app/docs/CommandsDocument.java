package io.tillbot.app.docs;

import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandRegistry;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Effect;
import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.port.Texts;
import io.tillbot.core.reply.Value;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** {@code docs/commands.md}, written from the catalogue. */
final class CommandsDocument {
  private static final String HEAD =
      """
      # Commands

      Written from the catalogue by `CommandsDocumentTest`; change the catalogue or the texts, not
      this file. [По-русски](#команды)

      A command is typed with or without its slash; `/billing` may stand before any of them, which is
      how Slack reaches those that are not registered there. Answers are for the caller alone. `<…>`
      must be given, `[…]` may be left out, `…` takes the rest of the line. What changes something is
      shown first and waits to be confirmed; `exec --yes` confirms.
      """;
  private static final String RUSSIAN_HEAD =
      """

      # Команды

      Косую черту можно не писать; перед любой командой может стоять `/billing`. Ответы видите только
      вы. `<…>` обязательно, `[…]` можно опустить, `…` забирает остаток строки. Всё, что что-то меняет,
      сначала показывается и ждёт подтверждения; `exec --yes` подтверждает.
      """;

  private final CommandRegistry registry;
  private final Texts texts;

  CommandsDocument(CommandRegistry registry, Texts texts) {
    this.registry = registry;
    this.texts = texts;
  }

  String text() {
    return HEAD
        + commands(Locale.ENGLISH, Words.ENGLISH)
        + RUSSIAN_HEAD
        + commands(Locale.forLanguageTag("ru"), Words.RUSSIAN);
  }

  private String commands(Locale locale, Words words) {
    return registry.commands().stream()
        .map(Command::spec)
        .map(spec -> command(spec, locale, words))
        .collect(Collectors.joining());
  }

  private String command(CommandSpec spec, Locale locale, Words words) {
    StringBuilder text = new StringBuilder();
    text.append("\n## `").append(spec.usage()).append("`\n\n");
    text.append(written(spec.description(), locale)).append(' ');
    text.append(words.effect(spec.effect()));
    if (spec.opensForm()) {
      text.append(' ').append(words.form());
    }
    text.append("\n");
    if (!spec.options().isEmpty()) {
      text.append("\n| ").append(words.header()).append(" |\n|---|---|---|\n");
      spec.options().forEach(option -> text.append(row(option, locale)));
    }
    return text.toString();
  }

  private String row(OptionSpec<?> option, Locale locale) {
    String name = option.isPositional() ? option.name() : "--" + option.name();
    List<String> choices = option.type().isFlag() ? List.of() : option.type().choices();
    String values =
        choices.isEmpty()
            ? option.type().isFlag() ? "" : code(option.type().example())
            : choices.stream().map(CommandsDocument::code).collect(Collectors.joining(" "));
    return "| `%s` | %s | %s |\n".formatted(name, written(option.description(), locale), values);
  }

  private static String code(String word) {
    return "`" + word + "`";
  }

  private String written(Value value, Locale locale) {
    return texts.write(value, locale).replace('\u00a0', ' ');
  }

  /** What the catalogue's marks are called. */
  private enum Words {
    ENGLISH {
      @Override
      String effect(Effect effect) {
        return switch (effect) {
          case READ -> "Changes nothing.";
          case WRITE -> "Changes something.";
          case MONEY -> "Moves money, or commits to it.";
          case DESTRUCTIVE -> "Ends or deletes something.";
        };
      }

      @Override
      String form() {
        return "Opens a form when called without its options.";
      }

      @Override
      String header() {
        return "option | what it means | for example";
      }
    },
    RUSSIAN {
      @Override
      String effect(Effect effect) {
        return switch (effect) {
          case READ -> "Ничего не меняет.";
          case WRITE -> "Меняет данные.";
          case MONEY -> "Движет деньги или обязывает к этому.";
          case DESTRUCTIVE -> "Завершает или удаляет.";
        };
      }

      @Override
      String form() {
        return "Без параметров открывает форму.";
      }

      @Override
      String header() {
        return "параметр | что значит | например";
      }
    };

    abstract String effect(Effect effect);

    abstract String form();

    abstract String header();
  }
}
