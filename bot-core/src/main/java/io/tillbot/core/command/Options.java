package io.tillbot.core.command;

import java.util.Map;
import java.util.Optional;

/** A command's options with their values, typed by the specification that they were parsed for. */
public final class Options {
  private final Map<OptionSpec<?>, Object> values;

  Options(Map<OptionSpec<?>, Object> values) {
    this.values = Map.copyOf(values);
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
