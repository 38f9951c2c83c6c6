package io.tillbot.adapter.billing;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/** Makes plain text of what may be HTML: entities decoded once, tags gone, controls gone. */
final class PlainText {
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
  private static final Pattern SPACES_IN_LINE = Pattern.compile("[\\t\\x0B\\f\\r \\u00a0]+");
  private static final Pattern LINE_TAG =
      Pattern.compile("(?i)<\\s*(?:br|/p|/div|/li|/tr)\\b[^>]*>");

  private PlainText() {}

  /** As one line. */
  static String line(String raw) {
    return SPACES.matcher(withoutControls(decoded(raw))).replaceAll(" ").strip();
  }

  /** As lines: line feeds, and the tags that end a line, are kept as line feeds. */
  static String lines(String raw) {
    String text = LINE_TAG.matcher(raw.replace("\r\n", "\n")).replaceAll("\n");
    return withoutControls(decoded(text))
        .lines()
        .map(line -> SPACES_IN_LINE.matcher(line).replaceAll(" ").strip())
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static String decoded(String raw) {
    // Most texts are plain, and loading an HTML parser takes longer than reading an answer.
    if (raw.indexOf('<') < 0 && raw.indexOf('&') < 0) {
      return raw;
    }
    return Jsoup.parseBodyFragment(raw).body().wholeText();
  }

  private static String withoutControls(String text) {
    return CONTROLS.matcher(text).replaceAll("");
  }
}
