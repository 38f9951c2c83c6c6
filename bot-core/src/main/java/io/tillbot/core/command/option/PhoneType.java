package io.tillbot.core.command.option;

import io.tillbot.core.reply.Plain;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A telephone number: 5 to 20 digits, a plus before them, blanks, dashes and parentheses between
 * them. Which countries' numbers are taken is the billing system's affair.
 */
public record PhoneType() implements OptionType<String> {
  private static final int LEAST_DIGITS = 5;
  private static final int MOST_DIGITS = 20;

  /** In characters. */
  private static final int LONGEST = 40;

  private static final Pattern SHAPE = Pattern.compile("\\+?[0-9(][0-9 ()-]*");

  @Override
  public Parsed<String> parse(String word) {
    Optional<Text> suspicion = Digits.suspicion(word.strip());
    if (suspicion.isPresent()) {
      return new Parsed.Bad<>(suspicion.get());
    }
    String number = Plain.of(word);
    long digits = number.chars().filter(Character::isDigit).count();
    boolean isNumber =
        SHAPE.matcher(number).matches()
            && number.length() <= LONGEST
            && digits >= LEAST_DIGITS
            && digits <= MOST_DIGITS;
    return isNumber
        ? new Parsed.Ok<>(number)
        : new Parsed.Bad<>(Text.of("input.not-a-phone", Value.echo(number), Value.data(example())));
  }

  @Override
  public String example() {
    return "+31201234567";
  }
}
