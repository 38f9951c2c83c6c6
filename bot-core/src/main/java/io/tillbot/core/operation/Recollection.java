package io.tillbot.core.operation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What was written down of a change before it was sent, from which it can be looked for by another
 * process. May be private: prints as the names of its facts.
 *
 * <p>What was not told differs from what was lost: the former is empty, of the latter {@link #told}
 * and its siblings throw, which {@link Recalled} alone catches.
 *
 * @param agreed what its owner agreed to
 * @param memory what {@link Change#memory()} gave
 */
public record Recollection(Snapshot agreed, Map<String, String> memory) {
  public Recollection {
    memory = Map.copyOf(memory);
  }

  /** A fact that was told; empty where it was not. */
  public Optional<String> fact(Fact fact) {
    return Optional.ofNullable(agreed.facts().get(fact)).filter(value -> !value.isEmpty());
  }

  /** What the change remembered under that name. */
  public Optional<String> remembered(String name) {
    return Optional.ofNullable(memory.get(name));
  }

  /**
   * A fact's value; empty where the API did not tell it.
   *
   * @throws RuntimeException when it was not written down, or cannot be read
   */
  public <T> Optional<T> told(Fact fact, Function<String, T> reader) {
    return told(fact.name(), agreed.facts().get(fact), reader);
  }

  /**
   * A remembered value; empty where the API did not tell it.
   *
   * @throws RuntimeException when it was not written down, or cannot be read
   */
  public <T> Optional<T> told(String name, Function<String, T> reader) {
    return told(name, memory.get(name), reader);
  }

  /**
   * A fact that must have been told.
   *
   * @throws RuntimeException when it was not, or cannot be read
   */
  public <T> T require(Fact fact, Function<String, T> reader) {
    return told(fact, reader).orElseThrow();
  }

  /**
   * A remembered value that is never empty.
   *
   * @throws RuntimeException when it was not written down, or cannot be read
   */
  public <T> T require(String name, Function<String, T> reader) {
    return told(name, reader).orElseThrow();
  }

  /**
   * What {@link Memory#putAll} was given.
   *
   * @throws RuntimeException when it was not written down, or cannot be read
   */
  public <T> List<T> all(String name, LongFunction<T> id) {
    return told(name, ids -> ids.split(Memory.BETWEEN, -1)).stream()
        .flatMap(Arrays::stream)
        .map(text -> id.apply(Long.parseLong(text)))
        .toList();
  }

  private static <T> Optional<T> told(
      String name, @Nullable String text, Function<String, T> reader) {
    if (text == null) {
      throw new NoSuchElementException("not written down: " + name);
    }
    return text.equals(Memory.UNTOLD) ? Optional.empty() : Optional.of(reader.apply(text));
  }

  /** Reads an id from its text. */
  public static <T> Function<String, T> id(LongFunction<T> id) {
    return text -> id.apply(Long.parseLong(text));
  }

  @Override
  public String toString() {
    return "Recollection[" + agreed + ", " + memory.keySet() + "]";
  }
}
