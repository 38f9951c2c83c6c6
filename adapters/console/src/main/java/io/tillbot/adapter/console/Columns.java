package io.tillbot.adapter.console;

import io.tillbot.core.reply.Plain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jline.utils.WCWidth;

/** Texts measured in columns of a terminal: a CJK sign takes two, a combining mark none. */
final class Columns {
  static final char NO_BREAK_SPACE = '\u00a0';
  static final String ELLIPSIS = "…";

  /** More code points of one text are not shown in a card; JSON holds them all. */
  private static final int LONGEST = 2_000;

  private Columns() {}

  /**
   * The text in one line without anything that moves, hides or reorders text, cut at 2,000 code
   * points. No-break spaces between words stay.
   */
  static String clean(String text) {
    String cut =
        text.codePointCount(0, text.length()) > LONGEST
            ? text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + ELLIPSIS
            : text;
    return Arrays.stream(cut.split("\u00a0", -1))
        .map(Plain::of)
        .filter(piece -> !piece.isEmpty())
        .collect(Collectors.joining("\u00a0"));
  }

  static int width(String text) {
    return text.codePoints().map(Columns::width).sum();
  }

  private static int width(int point) {
    return Math.max(0, WCWidth.wcwidth(point));
  }

  static String padRight(String text, int width) {
    return text + blanks(width - width(text));
  }

  static String padLeft(String text, int width) {
    return blanks(width - width(text)) + text;
  }

  static String blanks(int count) {
    return " ".repeat(Math.max(0, count));
  }

  /** The text, ended by an ellipsis where it is wider. */
  static String cut(String text, int width) {
    return width(text) <= width ? text : text.substring(0, fitting(text, width - 1)) + ELLIPSIS;
  }

  /** The text in lines no wider than that: broken between words, or inside those too long. */
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      String rest = word;
      if (!line.isEmpty() && width(line.toString()) + 1 + width(rest) <= width) {
        line.append(' ').append(rest);
        continue;
      }
      if (!line.isEmpty()) {
        lines.add(line.toString());
        line.setLength(0);
      }
      while (width(rest) > width) {
        int end = Math.max(fitting(rest, width), rest.offsetByCodePoints(0, 1));
        lines.add(rest.substring(0, end));
        rest = rest.substring(end);
      }
      line.append(rest);
    }
    if (!line.isEmpty() || lines.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }

  /** As {@link #wrap(String, int)}, with at most that many lines, the last ended by an ellipsis. */
  static List<String> wrap(String text, int width, int lines) {
    List<String> all = wrap(text, width);
    if (all.size() <= lines) {
      return all;
    }
    List<String> kept = new ArrayList<>(all.subList(0, lines));
    String last = kept.getLast();
    kept.set(
        lines - 1,
        width(last) < width
            ? last + ELLIPSIS
            : last.substring(0, fitting(last, width - 1)) + ELLIPSIS);
    return kept;
  }

  /** Where the part that is no wider than that ends. */
  private static int fitting(String text, int width) {
    int used = 0;
    int end = 0;
    while (end < text.length()) {
      int point = text.codePointAt(end);
      used += width(point);
      if (used > width) {
        break;
      }
      end += Character.charCount(point);
    }
    return end;
  }
}
