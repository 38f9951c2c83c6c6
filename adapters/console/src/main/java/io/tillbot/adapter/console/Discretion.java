package io.tillbot.adapter.console;

import java.util.regex.Pattern;

/** Which lines a history may keep: none that its author hid, none that may hold a secret. */
final class Discretion {
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final int OPAQUE = 20;

  private Discretion() {}

  static boolean mayKeep(String line) {
    boolean isHidden = line.isBlank() || Character.isWhitespace(line.charAt(0));
    return !isHidden && BLANKS.splitAsStream(line).noneMatch(Discretion::isOpaque);
  }

  /** Like a token or a key: long, of letters and digits. */
  private static boolean isOpaque(String word) {
    return word.length() >= OPAQUE
        && word.codePoints().anyMatch(Character::isLetter)
        && word.codePoints().anyMatch(Character::isDigit);
  }
}
