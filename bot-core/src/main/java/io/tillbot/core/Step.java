package io.tillbot.core;

import java.util.HashMap;
import java.util.Map;

/**
 * What a button runs, kept under a ticket: a command as its own caller would give it, and which
 * page of its table to show.
 *
 * @param page 0 for the first
 */
public record Step(Invocation.Input input, int page) {
  private static final String LINE = "line";
  private static final String COMMAND = "command";
  private static final String PAGE = "page";
  private static final String OPTION = "option:";

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
    Map<String, String> facts = new HashMap<>();
    facts.put(PAGE, Integer.toString(page));
    switch (input) {
      case Invocation.Line(String line) -> facts.put(LINE, line);
      case Invocation.Named(String command, Map<String, String> options) -> {
        facts.put(COMMAND, command);
        options.forEach((name, word) -> facts.put(OPTION + name, word));
      }
    }
    return facts;
  }

  /** What {@link #facts()} came from. */
  static Step of(Map<String, String> facts) {
    int page = Integer.parseInt(facts.getOrDefault(PAGE, "0"));
    String line = facts.get(LINE);
    if (line != null) {
      return new Step(new Invocation.Line(line), page);
    }
    Map<String, String> options = new HashMap<>();
    facts.forEach(
        (name, word) -> {
          if (name.startsWith(OPTION)) {
            options.put(name.substring(OPTION.length()), word);
          }
        });
    return new Step(new Invocation.Named(facts.getOrDefault(COMMAND, ""), options), page);
  }
}
