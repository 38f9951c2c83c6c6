package io.tillbot.core.command.option;

import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address as billing systems take it: {@code name@example.com}, without a display name.
 * Letters of other scripts are refused by name, because one that looks like a Latin letter sends
 * the mail to somebody else.
 */
public record EmailType() implements OptionType<String> {
  /** In characters, of RFC 5321. */
  private static final int LONGEST = 254;

  private static final Pattern SHAPE =
      Pattern.compile(
          "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+"
              + "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

  @Override
  public Parsed<String> parse(String word) {
    String address = word.strip();
    Optional<Text> suspicion = Digits.suspicion(address).or(() -> foreignLetter(address));
    if (suspicion.isPresent()) {
      return new Parsed.Bad<>(suspicion.get());
    }
    if (address.length() > LONGEST) {
      return new Parsed.Bad<>(Text.of("input.text-too-long", Value.count(LONGEST)));
    }
    return SHAPE.matcher(address).matches()
        ? new Parsed.Ok<>(address)
        : new Parsed.Bad<>(
            Text.of("input.not-an-email", Value.echo(address), Value.data(example())));
  }

  private static Optional<Text> foreignLetter(String address) {
    return address
        .codePoints()
        .filter(point -> Character.isLetter(point) && point >= 128)
        .mapToObj(
            point ->
                Text.of(
                    "input.foreign-letter",
                    Value.data(Character.toString(point)),
                    Value.data(Character.getName(point))))
        .findFirst();
  }

  @Override
  public String example() {
    return "name@example.com";
  }
}
