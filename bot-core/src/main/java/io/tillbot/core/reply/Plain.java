package io.tillbot.core.reply;

/**
 * Makes foreign text harmless in any place: one line, nothing that moves, hides or reorders text.
 */
public final class Plain {
  private Plain() {}

  /**
   * The text with line breaks and tabs as blanks, and without control characters, surrogates that
   * lack their half, and format characters: zero-width, direction marks, tags. Runs of blanks
   * become one; both ends are trimmed.
   */
  public static String of(String text) {
    return text.codePoints()
        .map(point -> Character.isWhitespace(point) || Character.isSpaceChar(point) ? ' ' : point)
        .filter(point -> !isHidden(point))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .replaceAll(" {2,}", " ")
        .strip();
  }

  private static boolean isHidden(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
