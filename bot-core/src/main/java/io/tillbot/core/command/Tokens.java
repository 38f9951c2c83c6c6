package io.tillbot.core.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Splits a line into words; double quotes hold words together. */
final class Tokens {
  private Tokens() {}

  /**
   * One word.
   *
   * @param isQuoted whether any of it, up to an equals sign, stood in quotes, so that it cannot
   *     name a flag; {@code --location="x"} can
   */
  record Token(String text, boolean isQuoted) {
    boolean isFlag() {
      return !isQuoted && text.length() > 2 && text.startsWith("--");
    }
  }

  /** The words, or nothing when a quote is left open. A backslash guards a quote within quotes. */
  static Optional<List<Token>> split(String line) {
    List<Token> tokens = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean inQuotes = false;
    boolean isQuoted = false;
    for (int i = 0; i < line.length(); i++) {
      char next = line.charAt(i);
      boolean isGuarded = inQuotes && next == '\\' && i + 1 < line.length();
      if (isGuarded && (line.charAt(i + 1) == '"' || line.charAt(i + 1) == '\\')) {
        i++;
        word.append(line.charAt(i));
      } else if (next == '"') {
        inQuotes = !inQuotes;
        isQuoted = isQuoted || word.indexOf("=") < 0;
      } else if (next == ' ' && !inQuotes) {
        flush(tokens, word, isQuoted);
        isQuoted = false;
      } else {
        word.append(next);
      }
    }
    flush(tokens, word, isQuoted);
    return inQuotes ? Optional.empty() : Optional.of(tokens);
  }

  /** A line that splits into these words; one in quotes may be such a line as a whole. */
  static String joined(List<Token> tokens) {
    return tokens.size() == 1
        ? tokens.getFirst().text()
        : tokens.stream().map(Tokens::written).collect(Collectors.joining(" "));
  }

  /** What stands before an equals sign is never quoted: it may name a flag. */
  private static String written(Token token) {
    String text = token.text();
    if (token.isQuoted()) {
      return quoted(text);
    }
    int value = text.indexOf('=') + 1;
    return value == 0 ? text : text.substring(0, value) + quoted(text.substring(value));
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static void flush(List<Token> tokens, StringBuilder word, boolean isQuoted) {
    if (isQuoted || !word.isEmpty()) {
      tokens.add(new Token(word.toString(), isQuoted));
      word.setLength(0);
    }
  }
}
