package io.tillbot.core.command;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A command's name: one word, or a parent and a leaf, such as {@code server show}. Never more than
 * two: Discord knows no deeper nesting without groups.
 */
public record CommandPath(List<String> words) {
  private static final Pattern WORD = Pattern.compile("[a-z][a-z-]{0,31}");

  public CommandPath {
    words = List.copyOf(words);
    if (words.isEmpty() || words.size() > 2) {
      throw new IllegalArgumentException("a command has one word or two");
    }
    for (String word : words) {
      if (!WORD.matcher(word).matches()) {
        throw new IllegalArgumentException("not a command word: " + word);
      }
    }
  }

  /** The path of a name such as {@code "server show"}. */
  public static CommandPath of(String name) {
    return new CommandPath(List.of(name.split(" ", -1)));
  }

  /** The first word, what a platform calls the slash command. */
  public String root() {
    return words.getFirst();
  }

  /** Joined by a blank, what {@link #of} takes: {@code server show}. */
  public String name() {
    return String.join(" ", words);
  }

  /** Joined by a dot, as text keys have it: {@code server.show}. */
  public String key() {
    return String.join(".", words);
  }

  /** As a person types it: {@code /server show}. */
  @Override
  public String toString() {
    return "/" + name();
  }
}
