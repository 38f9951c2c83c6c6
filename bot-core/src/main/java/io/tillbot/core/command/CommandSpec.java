package io.tillbot.core.command;

import io.tillbot.core.reply.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The one definition of a command. The text grammar, help, suggestions and every platform's
 * registration are pure functions of it.
 *
 * @param aliases other first words for the same command; only for commands of one word
 * @param options in the order of their positions; named ones after them
 */
public record CommandSpec(
    CommandPath path,
    List<String> aliases,
    Effect effect,
    Visibility visibility,
    List<OptionSpec<?>> options) {
  public CommandSpec {
    aliases = List.copyOf(aliases);
    options = List.copyOf(options);
    if (!aliases.isEmpty() && path.words().size() > 1) {
      throw new IllegalArgumentException(path + ": only a command of one word has aliases");
    }
    for (String alias : aliases) {
      if (CommandPath.of(alias).words().size() > 1) {
        throw new IllegalArgumentException(path + ": an alias is one word");
      }
    }
    checkNames(path, options);
    checkOrder(path, options);
  }

  /** A command that only reads. */
  public static CommandSpec read(String path, Visibility visibility, OptionSpec<?>... options) {
    return new CommandSpec(
        CommandPath.of(path), List.of(), Effect.READ, visibility, List.of(options));
  }

  /** A command that changes what we keep for the caller. */
  public static CommandSpec write(String path, Visibility visibility, OptionSpec<?>... options) {
    return new CommandSpec(
        CommandPath.of(path), List.of(), Effect.WRITE, visibility, List.of(options));
  }

  /** What the command does, in the text bundles under {@code command.<path>}. */
  public Text description() {
    return Text.of("command." + path.key());
  }

  /** As a person types it: {@code /invoice <id> [--no-pdf] [--location whmcs_eu]}. */
  public String usage() {
    return options.stream()
        .map(OptionSpec::usage)
        .collect(Collectors.joining(" ", path + (options.isEmpty() ? "" : " "), ""));
  }

  /** A line that parses. */
  public String example() {
    return options.stream()
        .filter(option -> option.form() == OptionSpec.Form.REQUIRED)
        .map(option -> " " + option.type().example())
        .collect(Collectors.joining("", path.toString(), ""));
  }

  /** The option of that name. */
  public Optional<OptionSpec<?>> option(String name) {
    return options.stream().filter(option -> option.name().equals(name)).findFirst();
  }

  private static void checkNames(CommandPath path, List<OptionSpec<?>> options) {
    Set<String> names = new HashSet<>();
    for (OptionSpec<?> option : options) {
      if (!names.add(option.name())) {
        throw new IllegalArgumentException(path + ": two options named " + option.name());
      }
    }
  }

  private static void checkOrder(CommandPath path, List<OptionSpec<?>> options) {
    OptionSpec.Form last = OptionSpec.Form.REQUIRED;
    for (OptionSpec<?> option : options) {
      boolean isSecondRest = last == OptionSpec.Form.REST && option.form() == OptionSpec.Form.REST;
      if (option.form().compareTo(last) < 0 || isSecondRest) {
        throw new IllegalArgumentException(
            path + ": required options come first, then optional ones, one rest, named ones last");
      }
      last = option.form();
    }
  }
}
