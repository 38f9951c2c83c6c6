package io.tillbot.core.command.option;

import io.tillbot.core.reply.Plain;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;

/**
 * A code that a page shows, to be typed back: whether it can be one at all, however its letters are
 * parted. What is none costs nobody a try.
 *
 * @param letters how many letters and digits it has
 */
public record CodeType(int letters, String example) implements OptionType<String> {
  private static final int LONGEST = 40;

  @Override
  public Parsed<String> parse(String word) {
    String plain = Plain.of(word);
    long typed = plain.codePoints().filter(Character::isLetterOrDigit).count();
    return typed == letters && plain.length() <= LONGEST
        ? new Parsed.Ok<>(plain)
        : new Parsed.Bad<>(Text.of("input.not-a-code", Value.count(letters), Value.data(example)));
  }
}
