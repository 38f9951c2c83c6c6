package io.tillbot.adapter.console;

import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.OptionSpec;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may follow the name of one command: its options and their values. */
final class OptionCompletion {
  private static final String FLAG = "--";

  /** An invoice's id is also taken with a sign before it, which stays. */
  private static final Pattern SIGN = Pattern.compile("#?(?:INV-)?", Pattern.CASE_INSENSITIVE);

  private final CommandSpec command;
  private final BiFunction<CommandSpec, OptionSpec<?>, List<Proposal>> suggested;

  OptionCompletion(
      CommandSpec command, BiFunction<CommandSpec, OptionSpec<?>, List<Proposal>> suggested) {
    this.command = command;
    this.suggested = suggested;
  }

  /** The words that may take the place of the current one; the finished ones follow the name. */
  List<Proposal> after(CommandLineWords words) {
    String current = words.current();
    Given given = given(words.finished());
    if (given.waiting().isPresent()) {
      return values(given.waiting().get(), current);
    }
    int equals = current.indexOf('=');
    if (current.startsWith(FLAG) && equals > 0) {
      return ofNamed(current.substring(0, equals), current.substring(equals + 1));
    }
    List<Proposal> proposals = new ArrayList<>();
    if (!current.startsWith("-")) {
      position(given.positions()).ifPresent(option -> proposals.addAll(values(option, current)));
    }
    if (current.isEmpty() || current.startsWith("-")) {
      proposals.addAll(CommandCompletion.startingWith(current, names(given.names())));
    }
    return proposals;
  }

  /**
   * What the finished words gave.
   *
   * @param waiting the option whose value comes next
   */
  private record Given(int positions, List<String> names, Optional<OptionSpec<?>> waiting) {}

  private Given given(List<String> finished) {
    int positions = 0;
    List<String> names = new ArrayList<>();
    Optional<OptionSpec<?>> waiting = Optional.empty();
    for (Iterator<String> words = finished.iterator(); words.hasNext(); ) {
      String word = words.next();
      if (!word.startsWith(FLAG)) {
        positions++;
        continue;
      }
      int equals = word.indexOf('=');
      String name = CommandLineWords.name(equals < 0 ? word : word.substring(0, equals));
      names.add(name);
      Optional<OptionSpec<?>> option = named(name).filter(found -> !found.type().isFlag());
      if (equals < 0 && option.isPresent()) {
        if (words.hasNext()) {
          words.next();
        } else {
          waiting = option;
        }
      }
    }
    return new Given(positions, names, waiting);
  }

  private Optional<OptionSpec<?>> named(String name) {
    return command.option(name.substring(FLAG.length())).filter(option -> !option.isPositional());
  }

  /** The option of that position; the rest of the line takes every later one. */
  private Optional<OptionSpec<?>> position(int index) {
    List<OptionSpec<?>> positional =
        command.options().stream().filter(OptionSpec::isPositional).toList();
    if (index < positional.size()) {
      return Optional.of(positional.get(index));
    }
    return positional.isEmpty() || positional.getLast().form() != OptionSpec.Form.REST
        ? Optional.empty()
        : Optional.of(positional.getLast());
  }

  private List<Proposal> names(List<String> given) {
    return command.options().stream()
        .filter(option -> !option.isPositional() && !given.contains(FLAG + option.name()))
        .map(option -> Proposal.of(FLAG + option.name(), option.description()))
        .toList();
  }

  /** The values of {@code --name=…}, each with the name before it. */
  private List<Proposal> ofNamed(String name, String current) {
    return named(CommandLineWords.name(name)).stream()
        .flatMap(option -> values(option, current).stream())
        .map(value -> new Proposal(name + "=" + value.word(), value.label()))
        .toList();
  }

  private List<Proposal> values(OptionSpec<?> option, String current) {
    List<Proposal> values =
        option.type().subject().isPresent()
            ? signed(current, suggested.apply(command, option))
            : option.type().choices().stream().map(word -> Proposal.of(word)).toList();
    return CommandCompletion.startingWith(current, values);
  }

  private static List<Proposal> signed(String current, List<Proposal> ids) {
    Matcher sign = SIGN.matcher(current);
    String typed = sign.lookingAt() ? sign.group() : "";
    return ids.stream().map(id -> new Proposal(typed + id.word(), id.label())).toList();
  }
}
