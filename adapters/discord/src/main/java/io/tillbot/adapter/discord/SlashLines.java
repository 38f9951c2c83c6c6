package io.tillbot.adapter.discord;

import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandPath;
import io.tillbot.core.command.CommandRegistry;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.command.Options;
import io.tillbot.core.command.ParseResult;
import io.tillbot.core.command.TextParser;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A command's line as it is typed on Discord, where every option has its name: {@code /pay 123 25}
 * is {@code /pay invoice:123 amount:25}, in the words that the person's own client shows.
 */
final class SlashLines {
  private final TextParser parser;
  private final LocalNames names;
  private final Map<String, Usage> usages = new HashMap<>();

  SlashLines(CommandRegistry registry, LocalNames names) {
    this.parser = new TextParser(registry);
    this.names = names;
    registry.commands().stream()
        .map(Command::spec)
        .forEach(
            spec -> {
              List<OptionSpec<?>> positions =
                  spec.options().stream().filter(OptionSpec::isPositional).toList();
              String rest = positions.size() < spec.options().size() ? " …" : "";
              usages.put(spec.shortUsage(), new Usage(spec, positions, rest));
              usages.put(spec.usage(), new Usage(spec, spec.options(), ""));
            });
  }

  /** What a usage shows of a command. */
  private record Usage(CommandSpec spec, List<OptionSpec<?>> options, String rest) {}

  /** The line, or the usage, in Discord's form; what is neither stays as it is. */
  String typed(String line, Locale locale) {
    Usage usage = usages.get(line);
    if (usage != null) {
      return usage.options().stream()
          .map(option -> place(option, locale))
          .collect(Collectors.joining("", path(usage.spec().path(), locale), usage.rest()));
    }
    return parser.parse(line) instanceof ParseResult.Parsed(Command command, Options options)
        ? given(command.spec(), options.words(), locale)
        : line;
  }

  /** The command of that name with those options, in the catalogue's own order. */
  String typed(String command, Map<String, String> options, Locale locale) {
    return parser
        .command(command)
        .map(found -> given(found.spec(), options, locale))
        .orElse("/" + command);
  }

  /** An option's name. */
  String option(String name, Locale locale) {
    return names.option(name, locale).orElse(name);
  }

  private String path(CommandPath path, Locale locale) {
    return path.words().stream()
        .map(word -> names.command(word, locale).orElse(word))
        .collect(Collectors.joining(" ", "/", ""));
  }

  private String place(OptionSpec<?> option, Locale locale) {
    String name = option(option.name(), locale);
    return option.form() == OptionSpec.Form.REQUIRED ? " " + name + ":" : " [" + name + ":]";
  }

  private String given(CommandSpec spec, Map<String, String> words, Locale locale) {
    return spec.options().stream()
        .filter(option -> words.containsKey(option.name()))
        .map(option -> " " + option(option.name(), locale) + ":" + words.get(option.name()))
        .collect(Collectors.joining("", path(spec.path(), locale), ""));
  }
}
