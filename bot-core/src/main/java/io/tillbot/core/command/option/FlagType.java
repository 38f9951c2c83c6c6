package io.tillbot.core.command.option;

import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.List;
import java.util.Locale;

/** A switch: there or not. In text its name is enough; platforms send true or false. */
public record FlagType() implements OptionType<Boolean> {
  @Override
  public Parsed<Boolean> parse(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "true" -> new Parsed.Ok<>(true);
      case "false" -> new Parsed.Ok<>(false);
      default -> new Parsed.Bad<>(Text.of("input.flag-takes-no-value", Value.echo(word)));
    };
  }

  @Override
  public String example() {
    return "true";
  }

  @Override
  public List<String> choices() {
    return List.of("true", "false");
  }
}
