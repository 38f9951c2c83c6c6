package io.tillbot.adapter.slack;

import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;

/**
 * Makes text objects of foreign words. Plain text objects take them as they are, since Slack reads
 * no markup there. In the few places that are markup, {@code & < >} become entities, which leaves
 * no mention and no link, and the signs of bold, italic, strike and code become look-alikes,
 * because Slack's markup has no escape for them. <a
 * href="https://docs.slack.dev/messaging/formatting-message-text">Formatting message text</a>
 */
final class Mrkdwn {
  private static final String SIGNS = "*_~`";
  private static final String LOOK_ALIKES = "\u2217\uFF3F\u223C\u02CB";

  /** The longest that one character becomes: an ampersand is five. */
  static final int GROWTH = 5;

  /** In place of an empty text, which Slack refuses. */
  static final String NOTHING = "–";

  private Mrkdwn() {}

  /** Words as they are; never empty, which Slack refuses. */
  static PlainTextObject plain(String text, int longest) {
    return PlainTextObject.builder()
        .text(Limits.cut(text.isBlank() ? NOTHING : text, longest))
        .emoji(false)
        .build();
  }

  /** Markup of ours, in which foreign words are escaped; Slack looks for no more of it. */
  static MarkdownTextObject markup(String markup) {
    return MarkdownTextObject.builder().text(markup).verbatim(true).build();
  }

  /** Words in bold, cut so that they fit into a field whatever they hold. */
  static MarkdownTextObject bold(String text) {
    String cut = Limits.cut(text.isBlank() ? NOTHING : text, Limits.FIELD / GROWTH - 1);
    return markup("*" + escape(cut) + "*");
  }

  /** Words within markup. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.chars()
        .forEach(
            each -> {
              int sign = SIGNS.indexOf(each);
              escaped.append(sign < 0 ? entity((char) each) : LOOK_ALIKES.charAt(sign));
            });
    return escaped.toString();
  }

  /** Words within a block of code, which ends at its first backtick alone. */
  static String escapeCode(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.chars().forEach(each -> escaped.append(each == '`' ? "\u02CB" : entity((char) each)));
    return escaped.toString();
  }

  private static String entity(char each) {
    return switch (each) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      default -> String.valueOf(each);
    };
  }
}
