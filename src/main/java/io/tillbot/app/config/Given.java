package io.tillbot.app.config;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What somebody has configured.
 *
 * @param text as it was written; the items of a list are joined by commas
 * @param origin where it was written, for a person who has to mend it
 */
record Given(String text, String origin) {
  private static final Pattern COMMA = Pattern.compile(",");

  List<String> items() {
    return COMMA.splitAsStream(text).map(String::strip).filter(item -> !item.isEmpty()).toList();
  }

  /** Without the text, which may be a secret. */
  @Override
  public String toString() {
    return "Given[" + origin + "]";
  }
}
