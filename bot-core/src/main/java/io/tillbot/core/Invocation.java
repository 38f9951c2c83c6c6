package io.tillbot.core;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import java.util.Map;

/** A command as an adapter received it, its sender verified. */
public record Invocation(Caller caller, Place place, Input input) implements Message {

  @Override
  public Invocation at(Place seen) {
    return new Invocation(caller, seen, input);
  }

  /** What was given. */
  public sealed interface Input {}

  /** A typed line. */
  public record Line(String text) implements Input {}

  /**
   * A message of somebody's: the invoice that it speaks of is looked up. May hold anything; prints
   * as its length.
   */
  public record FoundIn(String text) implements Input {
    @Override
    public String toString() {
      return "FoundIn[" + text.length() + " characters]";
    }
  }

  /**
   * A platform's own options.
   *
   * @param command the command's name, such as {@code server show}
   * @param options the words by their options' names
   */
  public record Named(String command, Map<String, String> options) implements Input {
    public Named {
      options = Map.copyOf(options);
    }
  }
}
