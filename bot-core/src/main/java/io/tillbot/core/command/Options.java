package io.tillbot.core.command;

import java.util.Map;
import java.util.Optional;

/** A command's options with their values, typed by the specification that they were parsed for. */
public final class Options {
  private final Map<OptionSpec<?>, Object> values;
  private final Map<String, String> words;

  Options(Map<OptionSpec<?>, Object> values, Map<String, String> words) {
    this.values = Map.copyOf(values);
    this.words = Map.copyOf(words);
  }

  /** None at all. */
  public static Options none() {
    return new Options(Map.of(), Map.of());
  }

  /**
   * The words that the values were read from, by their options' names: binding them again gives the
   * same.
   */
  public Map<String, String> words() {
    return words;
  }

  /** The value, or nothing when the option was left out. */
  public <T> Optional<T> find(OptionSpec<T> option) {
    Object value = values.get(option);
    // Values are put in by OptionBinder alone, each parsed by its own option's type.
    @SuppressWarnings("unchecked")
    T typed = (T) value;
    return Optional.ofNullable(typed);
  }

  /** The value of an option that must be there. */
  public <T> T require(OptionSpec<T> option) {
    return find(option).orElseThrow(() -> new IllegalStateException("unbound: " + option.name()));
  }

  /** Whether a flag is set. */
  public boolean has(OptionSpec<Boolean> flag) {
    return find(flag).orElse(false);
  }
}
