package io.tillbot.core;

import java.util.Map;

/**
 * What a button runs, kept under a ticket: a command as its own caller would give it, and which
 * page of its table to show.
 *
 * @param page 0 for the first
 */
public record Step(Invocation.Input input, int page) {
  private static final String PAGE = "page";

  public Step {
    if (page < 0) {
      throw new IllegalArgumentException("there is no page before the first");
    }
  }

  /** The first page of what a line shows. */
  public static Step line(String line) {
    return new Step(new Invocation.Line(line), 0);
  }

  /** The same command's other page. */
  public Step onPage(int other) {
    return new Step(input, other);
  }

  /** As a ticket keeps it. */
  Map<String, String> facts() {
    Map<String, String> facts = Inputs.facts(input);
    facts.put(PAGE, Integer.toString(page));
    return facts;
  }

  /** What {@link #facts()} came from. */
  static Step of(Map<String, String> facts) {
    return new Step(Inputs.of(facts), Integer.parseInt(facts.getOrDefault(PAGE, "0")));
  }
}
