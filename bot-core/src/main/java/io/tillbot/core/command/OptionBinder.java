package io.tillbot.core.command;

import io.tillbot.core.command.Tokens.Token;
import io.tillbot.core.command.option.FlagType;
import io.tillbot.core.command.option.OptionType;
import io.tillbot.core.reply.Plain;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Gives the words of a line, or a platform's named values, to the options of one command. */
final class OptionBinder {
  /** More help nobody: the first ones usually cause the rest. */
  private static final int MOST_PROBLEMS = 3;

  private final Command command;
  private final Map<OptionSpec<?>, Object> values = new LinkedHashMap<>();
  private final Map<String, String> words = new LinkedHashMap<>();
  private final List<Text> problems = new ArrayList<>();
  private final List<String> rest = new ArrayList<>();
  private boolean isOverfull;

  OptionBinder(Command command) {
    this.command = command;
  }

  /** Binds the words after the command's name. */
  ParseResult bindWords(List<Token> tokens) {
    Optional<OptionSpec<?>> line = wholeLine();
    if (line.isPresent()) {
      if (!tokens.isEmpty()) {
        bind(line.get(), Tokens.joined(tokens));
      }
      return result();
    }
    Deque<OptionSpec<?>> positions = positions();
    Deque<Token> open = new ArrayDeque<>(tokens);
    while (!open.isEmpty()) {
      Token word = open.removeFirst();
      if (word.isFlag()) {
        bindFlag(word, open);
      } else {
        bindPosition(word, positions);
      }
    }
    if (!rest.isEmpty()) {
      command.spec().options().stream()
          .filter(option -> option.form() == OptionSpec.Form.REST)
          .forEach(option -> bind(option, String.join(" ", rest)));
    }
    return result();
  }

  /** Binds a platform's own options, each by its name. */
  ParseResult bindNamed(Map<String, String> named) {
    Map<String, String> unknown = new TreeMap<>(named);
    for (OptionSpec<?> option : command.spec().options()) {
      String word = unknown.remove(option.name());
      if (word != null) {
        bind(option, word);
      }
    }
    unknown.keySet().forEach(this::unknownFlag);
    return result();
  }

  private Optional<OptionSpec<?>> wholeLine() {
    return command.spec().options().stream()
        .filter(option -> option.type().isWholeLine())
        .findFirst();
  }

  private Deque<OptionSpec<?>> positions() {
    Deque<OptionSpec<?>> positions = new ArrayDeque<>();
    command.spec().options().stream().filter(OptionSpec::isPositional).forEach(positions::add);
    return positions;
  }

  private void bindPosition(Token word, Deque<OptionSpec<?>> positions) {
    OptionSpec<?> option = positions.peekFirst();
    if (option == null) {
      tooMany(word);
    } else if (option.form() == OptionSpec.Form.REST) {
      rest.add(word.text());
    } else {
      positions.removeFirst();
      bind(option, word.text());
    }
  }

  /** Said of the first word alone: the others would say the same. */
  private void tooMany(Token word) {
    if (!isOverfull) {
      isOverfull = true;
      problems.add(Text.of("input.too-many-words", Value.echo(word.text()), usage()));
    }
  }

  private void bindFlag(Token word, Deque<Token> open) {
    int equals = word.text().indexOf('=');
    String name =
        Plain.of(word.text().substring(2, equals < 0 ? word.text().length() : equals))
            .toLowerCase(Locale.ROOT);
    Optional<OptionSpec<?>> option = command.spec().option(name);
    if (option.isEmpty()) {
      unknownFlag(name).filter(_ -> equals < 0).ifPresent(near -> skipValue(near, open));
    } else if (equals >= 0) {
      bind(option.get(), word.text().substring(equals + 1));
    } else if (option.get().type() instanceof FlagType) {
      bind(option.get(), "true");
    } else if (open.isEmpty() || open.getFirst().isFlag()) {
      problems.add(
          Text.of(
              "input.flag-needs-value",
              Value.echo("--" + name),
              Value.data("--" + name + " " + option.get().type().example())));
    } else {
      bind(option.get(), open.removeFirst().text());
    }
  }

  private void bind(OptionSpec<?> option, String word) {
    switch (option.type().parse(word)) {
      case OptionType.Parsed.Ok<?>(Object value) -> {
        words.put(option.name(), word);
        if (values.put(option, value) != null) {
          problems.add(Text.of("input.given-twice", Value.data(option.name())));
        }
      }
      case OptionType.Parsed.Bad<?>(Text why) ->
          problems.add(Text.of("input.option", Value.data(option.name()), why));
    }
  }

  /** The value of a mistyped flag is no word of its own. */
  private void skipValue(String near, Deque<Token> open) {
    boolean takesValue =
        command.spec().option(near).filter(option -> !option.type().isFlag()).isPresent();
    if (takesValue && !open.isEmpty() && !open.getFirst().isFlag()) {
      open.removeFirst();
    }
  }

  /** Says so; gives the flag that was probably meant. */
  private Optional<String> unknownFlag(String name) {
    List<String> known =
        command.spec().options().stream()
            .filter(option -> !option.isPositional())
            .map(OptionSpec::name)
            .toList();
    Optional<String> nearest = Suggestions.nearest(name, known);
    problems.add(
        nearest
            .map(
                near ->
                    Text.of(
                        "input.unknown-flag-near",
                        Value.echo("--" + name),
                        Value.data("--" + near)))
            .orElseGet(() -> Text.of("input.unknown-flag", Value.echo("--" + name), usage())));
    return nearest;
  }

  private ParseResult result() {
    if (problems.isEmpty()) {
      command.spec().options().stream()
          .filter(option -> option.form() == OptionSpec.Form.REQUIRED)
          .filter(option -> !values.containsKey(option))
          .forEach(
              option ->
                  problems.add(
                      Text.of(
                          "input.missing",
                          Value.data(option.name()),
                          Value.line(command.spec().example()))));
    }
    return problems.isEmpty()
        ? new ParseResult.Parsed(command, new Options(values, words))
        : new ParseResult.Failed(
            problems.subList(0, Math.min(problems.size(), MOST_PROBLEMS)), command.spec());
  }

  private Value usage() {
    return Value.line(command.spec().usage());
  }
}
