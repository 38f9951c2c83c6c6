package io.tillbot.adapter.discord;

import java.util.function.IntPredicate;

/**
 * Text for Discord, made literal and cut to size.
 *
 * <p>Discord takes a backslash before any ASCII sign that is neither a letter nor a digit ({@code
 * support.discord.com/hc/en-us/articles/210298617}). So nothing that the API or a person wrote can
 * become a mention, a link, a time stamp, a heading or an emphasis.
 */
final class Markdown {
  private static final String ELLIPSIS = "…";
  private static final String ANYWHERE = "\\`*_~|<>[]@";
  private static final String AT_THE_START = "#-+";

  private Markdown() {}

  /** The text as it is, in at most that many characters, ended by an ellipsis where it was cut. */
  static String plain(String text, int limit) {
    return written(text, limit, _ -> false);
  }

  /** The text with its markup made literal, in at most that many characters. */
  static String escaped(String text, int limit) {
    return written(text, limit, at -> isMarkup(text, at));
  }

  /** The text for a block of code, where a backslash escapes nothing. */
  static String inCode(String text) {
    return text.replace('`', '\u02cb');
  }

  private static String written(String text, int limit, IntPredicate needsBackslash) {
    StringBuilder written = new StringBuilder();
    int endOfRoom = 0;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      if (needsBackslash.test(at)) {
        written.append('\\');
      }
      written.appendCodePoint(text.codePointAt(at));
      if (written.length() > limit) {
        written.setLength(endOfRoom);
        return written.append(ELLIPSIS).toString();
      }
      if (written.length() <= limit - ELLIPSIS.length()) {
        endOfRoom = written.length();
      }
    }
    return written.toString();
  }

  private static boolean isMarkup(String text, int at) {
    char sign = text.charAt(at);
    if (ANYWHERE.indexOf(sign) >= 0) {
      return true;
    }
    boolean isFollowedByBlank = at + 1 == text.length() || text.charAt(at + 1) == ' ';
    return switch (sign) {
      // Of an address or an emoji; the colon of a sentence has a blank after it.
      case ':' -> !isFollowedByBlank;
      // Of a numbered list.
      case '.' ->
          isFollowedByBlank && at > 0 && text.chars().limit(at).allMatch(c -> c >= '0' && c <= '9');
      default -> at == 0 && AT_THE_START.indexOf(sign) >= 0;
    };
  }
}
