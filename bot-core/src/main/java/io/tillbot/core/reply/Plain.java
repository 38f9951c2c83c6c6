package io.tillbot.core.reply;

/**
 * Makes foreign text harmless in any place: one line, nothing that moves, hides or reorders text.
 */
public final class Plain {
  private static final int NEXT_LINE = 0x85;

  private Plain() {}

  /**
   * The text with line breaks and tabs as blanks, and without control characters, surrogates that
   * lack their half, and format characters: zero-width, direction marks, tags. Runs of blanks
   * become one; both ends are trimmed.
   */
  public static String of(String text) {
    return text.codePoints()
        .map(point -> isBlank(point) ? ' ' : point)
        .filter(point -> !isHidden(point))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .replaceAll(" {2,}", " ")
        .strip();
  }

  /** Whether a code point is a space, a tab or a line break, the C1 control NEL included. */
  public static boolean isBlank(int point) {
    return Character.isWhitespace(point) || Character.isSpaceChar(point) || point == NEXT_LINE;
  }

  /**
   * Whether a code point shows nothing or moves what stands around it: control and format
   * characters, lone surrogates, private and unassigned ones, and the letters and marks that are
   * blank by definition, such as the Hangul fillers and variation selectors.
   */
  public static boolean isHidden(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> isBlankByDefinition(point);
    };
  }

  /** Unicode's Default_Ignorable_Code_Point outside the categories above, and the blank Braille. */
  private static boolean isBlankByDefinition(int point) {
    return switch (point) {
      case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0 -> true;
      default ->
          (point >= 0x180B && point <= 0x180F)
              || (point >= 0xFE00 && point <= 0xFE0F)
              || (point >= 0xE0100 && point <= 0xE01EF);
    };
  }
}
