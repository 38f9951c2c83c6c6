package io.tillbot.adapter.slack;

import io.tillbot.core.Invocation;
import io.tillbot.core.command.CommandRegistry;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.command.ParseResult;
import io.tillbot.core.command.TextParser;
import java.util.Map;

/**
 * Tells which commands open a form, before they are run: Slack opens one within three seconds of
 * what was typed or pressed, and the command may take longer.
 */
final class FormCommands {
  private final TextParser parser;

  FormCommands(CommandRegistry registry) {
    this.parser = new TextParser(registry);
  }

  /** Whether it opens a form: it can, and nothing of what the form asks for was given. */
  boolean opens(Invocation.Input input) {
    return switch (input) {
      case Invocation.Line(String text) -> opens(parser.parse(text));
      case Invocation.Named(String command, var options) -> opens(parser.bind(command, options));
      case Invocation.FoundIn _ -> false;
    };
  }

  private static boolean opens(ParseResult parsed) {
    return parsed instanceof ParseResult.Parsed good
        && opens(good.command().spec(), good.options().words());
  }

  private static boolean opens(CommandSpec spec, Map<String, String> given) {
    return spec.opensForm()
        && spec.fields().stream().map(OptionSpec::name).noneMatch(given::containsKey);
  }
}
