package io.tillbot.adapter.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A line that is being typed: the words that are finished, and the one at the cursor.
 *
 * @param current may be empty
 */
record CommandLineWords(List<String> finished, String current) {
  CommandLineWords {
    finished = List.copyOf(finished);
  }

  /** Reads the line up to the cursor; double quotes hold words together, the last may be open. */
  static CommandLineWords of(String typed) {
    List<String> finished = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean isQuoted = false;
    for (char next : typed.stripLeading().toCharArray()) {
      if (next == '"') {
        isQuoted = !isQuoted;
      }
      if (next != ' ' || isQuoted) {
        word.append(next);
      } else if (!word.isEmpty()) {
        finished.add(word.toString());
        word.setLength(0);
      }
    }
    return new CommandLineWords(finished, word.toString());
  }

  /** Without the first words. */
  CommandLineWords from(int count) {
    return new CommandLineWords(finished.subList(count, finished.size()), current);
  }

  /** A finished word as a name: lower-case, without its slash; empty where there is none. */
  String name(int index) {
    return index < finished.size() ? name(finished.get(index)) : "";
  }

  static String name(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return lower.startsWith("/") ? lower.substring(1) : lower;
  }
}
