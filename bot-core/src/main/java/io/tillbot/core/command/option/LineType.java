package io.tillbot.core.command.option;

import io.tillbot.core.reply.Plain;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;

/**
 * A whole command line: everything that follows, flags included, so that a command that takes it
 * takes nothing else.
 */
public record LineType() implements OptionType<String> {
  private static final int LONGEST = 1_000;

  @Override
  public Parsed<String> parse(String word) {
    String plain = Plain.of(word);
    if (plain.isEmpty()) {
      return new Parsed.Bad<>(Text.of("input.text-empty", Value.data(example())));
    }
    return plain.length() > LONGEST
        ? new Parsed.Bad<>(Text.of("input.text-too-long", Value.count(LONGEST)))
        : new Parsed.Ok<>(plain);
  }

  @Override
  public String example() {
    return "/pay 123";
  }
}
