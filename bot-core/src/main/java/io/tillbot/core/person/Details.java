package io.tillbot.core.person;

import io.tillbot.core.command.Options;
import io.tillbot.core.operation.Memory;
import io.tillbot.core.operation.Recollection;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person. A detail that is not in it was not told, or is empty. Prints as its
 * details' names alone.
 */
public record Details(Map<Detail, String> values) {
  public Details {
    Map<Detail, String> copy = new EnumMap<>(Detail.class);
    copy.putAll(values);
    values = Collections.unmodifiableMap(copy);
  }

  /** Nothing. */
  public static Details none() {
    return new Details(Map.of());
  }

  /** What a line or a form gave of these details. */
  public static Details given(Options options, Collection<Detail> asked) {
    Builder given = builder();
    asked.forEach(detail -> given.put(detail, options.find(detail.option()).orElse(null)));
    return given.build();
  }

  /** Starts with nothing. */
  public static Builder builder() {
    return new Builder();
  }

  /** The detail's value; null when it is not known. */
  public @Nullable String get(Detail detail) {
    return values.get(detail);
  }

  public boolean has(Detail detail) {
    return values.containsKey(detail);
  }

  /** Whether both know the detail and mean the same by it. */
  public boolean agrees(Detail detail, Details other) {
    String mine = get(detail);
    String theirs = other.get(detail);
    return mine != null && theirs != null && detail.isSame(mine, theirs);
  }

  /** Both names; empty when neither is known. */
  public Optional<String> name() {
    String name =
        Stream.of(Detail.FIRST_NAME, Detail.LAST_NAME)
            .filter(this::has)
            .map(values::get)
            .collect(Collectors.joining(" "));
    return Optional.of(name).filter(both -> !both.isEmpty());
  }

  /** Remembers each detail, also that one was not told. */
  public void remember(Memory memory) {
    for (Detail detail : Detail.values()) {
      memory.put(remembered(detail), get(detail));
    }
  }

  /**
   * What {@link #remember} wrote down.
   *
   * @throws RuntimeException when a detail was not written down
   */
  public static Details recalled(Recollection of) {
    Builder details = builder();
    for (Detail detail : Detail.values()) {
      details.put(detail, of.told(remembered(detail), Function.identity()).orElse(null));
    }
    return details.build();
  }

  private static String remembered(Detail detail) {
    return "before-" + detail.option().name();
  }

  /** As a text that compares; never shown. */
  public String fingerprint() {
    return values.entrySet().stream()
        .map(entry -> entry.getKey().option().name() + "=" + entry.getValue())
        .collect(Collectors.joining("\n"));
  }

  @Override
  public String toString() {
    return "Details" + values.keySet();
  }

  /** Collects details; not for sharing between threads. */
  public static final class Builder {
    private final Map<Detail, String> values = new EnumMap<>(Detail.class);

    private Builder() {}

    /** Adds a detail, unless nothing is known of it. */
    public Builder put(Detail detail, @Nullable String value) {
      if (value != null && !value.isBlank()) {
        values.put(detail, value);
      }
      return this;
    }

    public Details build() {
      return new Details(values);
    }
  }
}
