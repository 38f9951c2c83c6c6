package io.tillbot.core;

import io.tillbot.core.access.Facts;
import java.util.HashMap;
import java.util.Map;

/** What was given to a command, as facts that a ticket or a delivery keeps. */
final class Inputs {
  private static final String LINE = "line";
  private static final String COMMAND = "command";
  private static final String FOUND_IN = "found-in";
  private static final String OPTION = "option:";

  private Inputs() {}

  static Map<String, String> facts(Invocation.Input input) {
    Map<String, String> facts = new HashMap<>();
    switch (input) {
      case Invocation.Line(String line) -> facts.put(LINE, line);
      case Invocation.FoundIn(String text) -> facts.put(FOUND_IN, text);
      case Invocation.Named(String command, Map<String, String> options) -> {
        facts.put(COMMAND, command);
        options.forEach((name, word) -> facts.put(OPTION + name, word));
      }
    }
    return facts;
  }

  /** What {@link #facts} came from. */
  static Invocation.Input of(Map<String, String> facts) {
    String line = facts.get(LINE);
    if (line != null) {
      return new Invocation.Line(line);
    }
    String text = facts.get(FOUND_IN);
    if (text != null) {
      return new Invocation.FoundIn(text);
    }
    return new Invocation.Named(facts.getOrDefault(COMMAND, ""), Facts.under(OPTION, facts));
  }
}
