package io.tillbot.adapter.sandbox.choice;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All kinds of switches by their names on the wire. Immutable. */
public final class Choices {

  private final Map<String, List<Choice>> byKind = new LinkedHashMap<>();

  /** Knows every kind there is. */
  public Choices() {
    Stream.of(Shape.class, Rule.class)
        .flatMap(group -> Arrays.stream(group.getPermittedSubclasses()))
        .forEach(
            kind ->
                byKind.put(
                    nameOf(kind),
                    Arrays.stream(kind.getEnumConstants()).map(Choice.class::cast).toList()));
  }

  /** The kinds by name, each with its settings, the default first. */
  public Map<String, List<Choice>> all() {
    return byKind;
  }

  /** The setting of that name, case ignored. */
  public Optional<Choice> find(String kind, String setting) {
    return byKind.getOrDefault(kind, List.of()).stream()
        .filter(choice -> choice.name().equalsIgnoreCase(setting))
        .findFirst();
  }

  /** What the kind of this setting decides. */
  public static String meaningOfKind(Choice choice) {
    Meaning meaning = choice.getClass().getAnnotation(Meaning.class);
    return meaning == null ? "" : meaning.value();
  }

  /** The kind's name on the wire: {@code AbsentDates} is {@code absent_dates}. */
  public static String nameOf(Class<?> kind) {
    return kind.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }
}
