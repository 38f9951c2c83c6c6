package io.tillbot.adapter.discord;

import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandRegistry;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.command.Options;
import io.tillbot.core.command.ParseResult;
import io.tillbot.core.command.TextParser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A command's line as it is typed on Discord, where every option has its name: {@code /pay 123 25}
 * is {@code /pay invoice:123 amount:25}.
 */
final class SlashLines {
  private final TextParser parser;
  private final Map<String, String> usages = new HashMap<>();

  SlashLines(CommandRegistry registry) {
    this.parser = new TextParser(registry);
    registry.commands().stream()
        .map(Command::spec)
        .forEach(
            spec -> {
              usages.put(spec.shortUsage(), shortUsage(spec));
              usages.put(spec.usage(), usage(spec, spec.options()));
            });
  }

  /** The line, or the usage, in Discord's form; what is neither stays as it is. */
  String typed(String line) {
    String usage = usages.get(line);
    if (usage != null) {
      return usage;
    }
    return parser.parse(line) instanceof ParseResult.Parsed(Command command, Options options)
        ? given(command.spec(), options.words())
        : line;
  }

  private static String shortUsage(CommandSpec spec) {
    List<OptionSpec<?>> positions =
        spec.options().stream().filter(OptionSpec::isPositional).toList();
    return usage(spec, positions) + (positions.size() < spec.options().size() ? " …" : "");
  }

  private static String usage(CommandSpec spec, List<OptionSpec<?>> options) {
    return options.stream()
        .map(SlashLines::place)
        .collect(Collectors.joining("", spec.path().toString(), ""));
  }

  private static String place(OptionSpec<?> option) {
    return option.form() == OptionSpec.Form.REQUIRED
        ? " " + option.name() + ":"
        : " [" + option.name() + ":]";
  }

  private static String given(CommandSpec spec, Map<String, String> words) {
    return spec.options().stream()
        .filter(option -> words.containsKey(option.name()))
        .map(option -> " " + option.name() + ":" + words.get(option.name()))
        .collect(Collectors.joining("", spec.path().toString(), ""));
  }
}
