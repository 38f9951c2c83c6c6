package io.tillbot.core.command;

import io.tillbot.core.command.option.FlagType;
import io.tillbot.core.command.option.OptionType;
import io.tillbot.core.reply.Text;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An option of a command. It has a name on every platform, also where text takes it by its
 * position.
 *
 * @param name lower-case, such as {@code location}
 */
public record OptionSpec<T>(String name, OptionType<T> type, Form form) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  /** How text gives the option. */
  public enum Form {
    /** {@code <id>}: by position, and it must be there. */
    REQUIRED,
    /** {@code [status]}: by position, and it may be left out. */
    OPTIONAL,
    /** {@code [reason…]}: by position, the rest of the line. */
    REST,
    /** {@code --location l}. */
    NAMED
  }

  public OptionSpec {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not an option's name: " + name);
    }
    if (type instanceof FlagType && form != Form.NAMED) {
      throw new IllegalArgumentException("a flag is given by its name");
    }
  }

  public static <T> OptionSpec<T> required(String name, OptionType<T> type) {
    return new OptionSpec<>(name, type, Form.REQUIRED);
  }

  public static <T> OptionSpec<T> optional(String name, OptionType<T> type) {
    return new OptionSpec<>(name, type, Form.OPTIONAL);
  }

  public static <T> OptionSpec<T> rest(String name, OptionType<T> type) {
    return new OptionSpec<>(name, type, Form.REST);
  }

  public static <T> OptionSpec<T> named(String name, OptionType<T> type) {
    return new OptionSpec<>(name, type, Form.NAMED);
  }

  public static OptionSpec<Boolean> flag(String name) {
    return named(name, new FlagType());
  }

  /** What the option means, in the text bundles under {@code option.<name>}. */
  public Text description() {
    return Text.of("option." + name);
  }

  public boolean isPositional() {
    return form != Form.NAMED;
  }

  /** What is wrong with a word for this option, or nothing. */
  public Optional<Text> problem(String word) {
    return switch (type.parse(word)) {
      case OptionType.Parsed.Ok<T> _ -> Optional.empty();
      case OptionType.Parsed.Bad<T>(Text why) -> Optional.of(why);
    };
  }

  /** The option with that value as a line has it, a blank before it. */
  String typed(String word) {
    boolean couldBeMisread = word.contains("\"") || word.startsWith("--") || word.contains(" --");
    boolean isGuarded = couldBeMisread || (form != Form.REST && word.contains(" "));
    String guarded =
        isGuarded ? "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"") + "\"" : word;
    return switch (form) {
      case REQUIRED, OPTIONAL, REST -> " " + guarded;
      case NAMED ->
          type instanceof FlagType
              ? Boolean.parseBoolean(word) ? " --" + name : ""
              : " --" + name + " " + guarded;
    };
  }

  /** As usage shows it: {@code <id>}, {@code [status]}, {@code [--location whmcs_eu]}. */
  public String usage() {
    return switch (form) {
      case REQUIRED -> "<" + name + ">";
      case OPTIONAL -> "[" + name + "]";
      case REST -> "[" + name + "…]";
      case NAMED ->
          type instanceof FlagType ? "[--" + name + "]" : "[--" + name + " " + type.example() + "]";
    };
  }
}
