package io.tillbot.core.command.option;

import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount in the account's own currency: {@code 25}, {@code 25.00}, {@code 25,00}. No signs, no
 * exponents, no grouping. {@code 1,234} is refused, because one reader means a thousand by it and
 * another one and a bit.
 */
public record MoneyType() implements OptionType<BigDecimal> {
  private static final Pattern PLAIN = Pattern.compile("([0-9]{1,9})(?:[.,]([0-9]{1,2}))?");

  /** Nobody groups the thousands of a number that begins with a zero. */
  private static final Pattern TWO_READINGS = Pattern.compile("([1-9][0-9]{0,8})[.,]([0-9]{3})");

  @Override
  public Parsed<BigDecimal> parse(String word) {
    Optional<Text> suspicion = Digits.suspicion(word);
    if (suspicion.isPresent()) {
      return new Parsed.Bad<>(suspicion.get());
    }
    Matcher ambiguous = TWO_READINGS.matcher(word);
    if (ambiguous.matches()) {
      return new Parsed.Bad<>(
          Text.of(
              "input.amount-two-readings",
              Value.echo(word),
              Value.data(ambiguous.group(1) + ambiguous.group(2) + ".00"),
              Value.data(ambiguous.group(1) + "." + ambiguous.group(2).substring(0, 2))));
    }
    Matcher plain = PLAIN.matcher(word);
    if (!plain.matches()) {
      return new Parsed.Bad<>(
          Text.of("input.not-an-amount", Value.echo(word), Value.data(example())));
    }
    BigDecimal amount = new BigDecimal(word.replace(',', '.'));
    return amount.signum() == 0
        ? new Parsed.Bad<>(Text.of("input.amount-zero", Value.data(example())))
        : new Parsed.Ok<>(amount);
  }

  @Override
  public String example() {
    return "25.00";
  }
}
