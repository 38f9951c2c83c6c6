package io.tillbot.core.command.option;

import io.tillbot.core.command.Suggestions;
import io.tillbot.core.reply.Plain;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One of a few words, in any case. */
public final class ChoiceType<T> implements OptionType<T> {
  private final Map<String, T> values;

  /**
   * Makes the type.
   *
   * @param values by their words, lower-case, in the order in which help lists them
   */
  public ChoiceType(Map<String, T> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a choice needs words");
    }
    this.values = new LinkedHashMap<>(values);
  }

  @Override
  public Parsed<T> parse(String word) {
    T value = values.get(Plain.of(word).toLowerCase(Locale.ROOT));
    if (value != null) {
      return new Parsed.Ok<>(value);
    }
    Text why =
        Suggestions.nearest(Plain.of(word), values.keySet())
            .map(
                near ->
                    Text.of("input.not-a-choice-near", Value.echo(word), Value.data(near), all()))
            .orElseGet(() -> Text.of("input.not-a-choice", Value.echo(word), all()));
    return new Parsed.Bad<>(why);
  }

  private Value all() {
    return Value.data(String.join(", ", values.keySet()));
  }

  @Override
  public String example() {
    return values.keySet().iterator().next();
  }

  @Override
  public List<String> choices() {
    return List.copyOf(values.keySet());
  }
}
