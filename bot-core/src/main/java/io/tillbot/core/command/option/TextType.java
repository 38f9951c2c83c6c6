package io.tillbot.core.command.option;

import io.tillbot.core.reply.Plain;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;

/**
 * Free words, made harmless by {@link Plain}.
 *
 * @param longest in characters
 */
public record TextType(int longest, String example) implements OptionType<String> {
  @Override
  public Parsed<String> parse(String word) {
    String plain = Plain.of(word);
    if (plain.isEmpty()) {
      return new Parsed.Bad<>(Text.of("input.text-empty", Value.data(example)));
    }
    return plain.length() > longest
        ? new Parsed.Bad<>(Text.of("input.text-too-long", Value.count(longest)))
        : new Parsed.Ok<>(plain);
  }
}
