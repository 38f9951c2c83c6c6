package io.tillbot.core.command.option;

import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Several ids, separated by blanks or commas; the same one given twice counts once.
 *
 * @param most how many may be given
 */
public record ListType<T>(IdType<T> element, int most) implements OptionType<List<T>> {
  @Override
  public Parsed<List<T>> parse(String word) {
    Set<T> values = new LinkedHashSet<>();
    for (String one : word.strip().split("[\\s,]+", -1)) {
      switch (element.parse(one)) {
        case Parsed.Ok<T>(T value) -> values.add(value);
        case Parsed.Bad<T>(Text why) -> {
          return new Parsed.Bad<>(why);
        }
      }
    }
    return values.size() > most
        ? new Parsed.Bad<>(Text.of("input.too-many-ids", Value.count(most)))
        : new Parsed.Ok<>(List.copyOf(values));
  }

  @Override
  public String example() {
    return element.example() + " " + element.secondExample();
  }

  @Override
  public Optional<Subject> subject() {
    return element.subject();
  }
}
