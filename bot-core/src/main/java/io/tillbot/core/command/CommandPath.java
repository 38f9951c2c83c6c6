package io.tillbot.core.command;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A command's name: one word, or a leaf below one parent or two, such as {@code server show} and
 * {@code billing operations list}. Never more than three: Discord nests no deeper.
 */
public record CommandPath(List<String> words) {
  private static final int MOST_WORDS = 3;
  private static final Pattern WORD = Pattern.compile("[a-z][a-z-]{0,31}");

  public CommandPath {
    words = List.copyOf(words);
    if (words.isEmpty() || words.size() > MOST_WORDS) {
      throw new IllegalArgumentException("a command has one word, two or three");
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

  /** Whether it is below that parent, at any depth. */
  public boolean isBelow(CommandPath parent) {
    return words.size() > parent.words.size()
        && words.subList(0, parent.words.size()).equals(parent.words);
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
