package io.tillbot.core.command.option;

import io.tillbot.core.billing.model.Location;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.regex.Pattern;

/** A billing location, opaque to us; only what cannot be one is refused. */
public record LocationType() implements OptionType<Location> {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");

  @Override
  public Parsed<Location> parse(String word) {
    return SHAPE.matcher(word).matches()
        ? new Parsed.Ok<>(new Location(word))
        : new Parsed.Bad<>(
            Text.of("input.not-a-location", Value.echo(word), Value.data(example())));
  }

  @Override
  public String example() {
    return "whmcs_eu";
  }
}
