package io.tillbot.core.command.option;

import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day: {@code 2026-11-05}, {@code today}, or {@code -30d} for thirty days ago. */
public record DateType(Clock clock) implements OptionType<LocalDate> {
  private static final Pattern DAYS_AGO =
      Pattern.compile("-([0-9]{1,4})d", Pattern.CASE_INSENSITIVE);

  /** The JDK's own ISO format takes signs and years of ten digits as well. */
  private static final Pattern ISO = Pattern.compile("[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}");

  @Override
  public Parsed<LocalDate> parse(String word) {
    Optional<Text> suspicion = Digits.suspicion(word);
    if (suspicion.isPresent()) {
      return new Parsed.Bad<>(suspicion.get());
    }
    LocalDate today = LocalDate.now(clock);
    if (word.toLowerCase(Locale.ROOT).equals("today")) {
      return new Parsed.Ok<>(today);
    }
    Matcher ago = DAYS_AGO.matcher(word);
    if (ago.matches()) {
      return new Parsed.Ok<>(today.minusDays(Long.parseLong(ago.group(1))));
    }
    try {
      if (!ISO.matcher(word).matches()) {
        return notADate(word);
      }
      return new Parsed.Ok<>(LocalDate.parse(word));
    } catch (DateTimeParseException notIso) {
      return notADate(word);
    }
  }

  private Parsed<LocalDate> notADate(String word) {
    return new Parsed.Bad<>(Text.of("input.not-a-date", Value.echo(word), Value.data(example())));
  }

  @Override
  public String example() {
    return "2026-11-05";
  }
}
