package io.tillbot.core.command.option;

import io.tillbot.core.reply.Plain;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.Locale;
import java.util.Set;

/** A country by its two letters of ISO 3166, in any case. */
public record CountryType() implements OptionType<String> {
  private static final Set<String> CODES = Set.of(Locale.getISOCountries());

  @Override
  public Parsed<String> parse(String word) {
    String code = Plain.of(word).toUpperCase(Locale.ROOT);
    return CODES.contains(code)
        ? new Parsed.Ok<>(code)
        : new Parsed.Bad<>(Text.of("input.not-a-country", Value.echo(word), Value.data(example())));
  }

  @Override
  public String example() {
    return "NL";
  }
}
