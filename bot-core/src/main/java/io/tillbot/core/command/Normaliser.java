package io.tillbot.core.command;

import io.tillbot.core.reply.Plain;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Undoes what chat clients and word processors do to a typed line: long dashes, curly quotes,
 * no-break spaces, HTML entities, and Slack's markup of addresses, channels and links.
 */
final class Normaliser {
  /** Slack: {@code <mailto:a@b|a@b>}, {@code <#C1|x>}, {@code <https://x|x>}, {@code <tel:1|1>}. */
  private static final Pattern SLACK_MARKUP =
      Pattern.compile(
          "<(?:(#)([A-Z0-9]+)(?:\\|[^<>]*)?|(?:mailto:|tel:|(https?://))([^<>|]*)(?:\\|([^<>]*))?)>");

  private static final Pattern ENTITY = Pattern.compile("&(amp|lt|gt|quot|nbsp|#39);");
  private static final Map<String, String> ENTITIES =
      Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "nbsp", " ", "#39", "'");

  /** A dash that a client made of two hyphens, before a flag's name. */
  private static final Pattern LONG_DASH =
      Pattern.compile("(?<=^|\\s)[\u2012-\u2015\u2212]-?(?=\\p{L})");

  /** The same before a number, as in {@code -30d}. */
  private static final Pattern LONG_MINUS =
      Pattern.compile("(?<=^|\\s)[\u2012-\u2015\u2212](?=[0-9])");

  private static final Pattern DOUBLE_QUOTES = Pattern.compile("[\u201C-\u201F\u00AB\u00BB\u2033]");
  private static final Pattern SINGLE_QUOTES = Pattern.compile("[\u2018-\u201B\u2032]");

  private Normaliser() {}

  /** The line as the person meant it, on one line, trimmed. */
  static String normalise(String line) {
    String spaced = spaces(line);
    String plain =
        ENTITY
            .matcher(SLACK_MARKUP.matcher(spaced).replaceAll(Normaliser::typed))
            .replaceAll(
                entity -> Matcher.quoteReplacement(ENTITIES.getOrDefault(entity.group(1), "")));
    String quoted =
        SINGLE_QUOTES.matcher(DOUBLE_QUOTES.matcher(plain).replaceAll("\"")).replaceAll("'");
    return LONG_MINUS.matcher(LONG_DASH.matcher(quoted).replaceAll("--")).replaceAll("-").strip();
  }

  private static String spaces(String line) {
    StringBuilder spaced = new StringBuilder(line.length());
    line.codePoints()
        .map(point -> Plain.isBlank(point) ? ' ' : point)
        .forEach(spaced::appendCodePoint);
    return spaced.toString();
  }

  /** What the person typed before Slack marked it up; for a channel its id, which cannot change. */
  private static String typed(MatchResult markup) {
    String typed;
    if (markup.group(1) != null) {
      typed = "#" + markup.group(2);
    } else {
      String scheme = Objects.requireNonNullElse(markup.group(3), "");
      String label = Objects.requireNonNullElse(markup.group(5), "");
      typed = label.isEmpty() ? scheme + markup.group(4) : label;
    }
    return Matcher.quoteReplacement(typed);
  }
}
