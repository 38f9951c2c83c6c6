package io.tillbot.core.command;

import io.tillbot.core.reply.Text;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The one definition of a command. The text grammar, help, suggestions and every platform's
 * registration are pure functions of it.
 *
 * @param aliases other first words for the same command; only for commands of one word
 * @param options in the order of their positions; named ones after them
 * @param fields those of the options that its form asks for; none when it opens no form
 * @param next the commands that a person usually wants after it
 */
public record CommandSpec(
    CommandPath path,
    List<String> aliases,
    Effect effect,
    Visibility visibility,
    List<OptionSpec<?>> options,
    List<OptionSpec<?>> fields,
    List<CommandPath> next) {
  public CommandSpec {
    aliases = List.copyOf(aliases);
    options = List.copyOf(options);
    fields = List.copyOf(fields);
    next = List.copyOf(next);
    if (!options.containsAll(fields)) {
      throw new IllegalArgumentException(path + ": a form asks for options of its command");
    }
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
    return of(path, Effect.READ, visibility, options);
  }

  /** A command that changes what is kept for the caller, here or in the billing system. */
  public static CommandSpec write(String path, Visibility visibility, OptionSpec<?>... options) {
    return of(path, Effect.WRITE, visibility, options);
  }

  /** A command that moves money or commits to it. */
  public static CommandSpec money(String path, Visibility visibility, OptionSpec<?>... options) {
    return of(path, Effect.MONEY, visibility, options);
  }

  /** A command that ends or deletes something. */
  public static CommandSpec destructive(
      String path, Visibility visibility, OptionSpec<?>... options) {
    return of(path, Effect.DESTRUCTIVE, visibility, options);
  }

  private static CommandSpec of(
      String path, Effect effect, Visibility visibility, OptionSpec<?>... options) {
    return new CommandSpec(
        CommandPath.of(path),
        List.of(),
        effect,
        visibility,
        List.of(options),
        List.of(),
        List.of());
  }

  /** The same command, which opens a form for these of its options when none of them is given. */
  public CommandSpec asking(OptionSpec<?>... asked) {
    return new CommandSpec(path, aliases, effect, visibility, options, List.of(asked), next);
  }

  /** The same command, after which a person usually wants these, such as {@code "pay"}. */
  public CommandSpec leadingTo(String... paths) {
    return new CommandSpec(
        path,
        aliases,
        effect,
        visibility,
        options,
        fields,
        Arrays.stream(paths).map(CommandPath::of).toList());
  }

  /** Whether the command can open a form, which a platform may have to be told early. */
  public boolean opensForm() {
    return !fields.isEmpty();
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

  /** The same for lists of commands, without the named options: {@code /invoice <id> [--…]}. */
  public String shortUsage() {
    String positions =
        options.stream()
            .filter(OptionSpec::isPositional)
            .map(option -> " " + option.usage())
            .collect(Collectors.joining());
    boolean hasNamed = options.stream().anyMatch(option -> !option.isPositional());
    return path + positions + (hasNamed ? " [--…]" : "");
  }

  /** A line that parses. */
  public String example() {
    return options.stream()
        .filter(option -> option.form() == OptionSpec.Form.REQUIRED)
        .map(option -> " " + option.type().example())
        .collect(Collectors.joining("", path.toString(), ""));
  }

  /** The line that gives these words, by their options' names. */
  public String line(Map<String, String> words) {
    StringBuilder line = new StringBuilder(path.toString());
    for (OptionSpec<?> option : options) {
      String word = words.get(option.name());
      if (word != null) {
        line.append(option.typed(word));
      }
    }
    return line.toString();
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
    if (options.size() > 1 && options.stream().anyMatch(each -> each.type().isWholeLine())) {
      throw new IllegalArgumentException(path + ": an option that is a whole line is the only one");
    }
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
