package io.tillbot.adapter.slack;

/**
 * What Slack takes at most, in characters unless said otherwise. <a
 * href="https://docs.slack.dev/reference/block-kit/blocks">Blocks</a>, <a
 * href="https://docs.slack.dev/reference/block-kit/block-elements/button-element">button</a>
 */
final class Limits {
  /** Blocks of a message. */
  static final int BLOCKS = 50;

  static final int HEADER = 150;
  static final int SECTION = 3_000;

  /** Fields of a section. */
  static final int FIELDS = 10;

  static final int FIELD = 2_000;

  /** Elements of a context block. */
  static final int NOTES = 10;

  /** Buttons of an actions block. */
  static final int BUTTONS = 25;

  static final int BUTTON_TEXT = 75;
  static final int BUTTON_ADDRESS = 3_000;

  /** A view's title, and its buttons at the bottom. */
  static final int VIEW_LABEL = 24;

  /** Label and hint of an input. */
  static final int INPUT_LABEL = 2_000;

  static final int PLACEHOLDER = 150;

  /** Options of a select. */
  static final int OPTIONS = 100;

  static final int OPTION_TEXT = 75;

  /** An error below an input; ours, since the pages do not tell. */
  static final int INPUT_ERROR = 300;

  /** All the text of one message; ours, since Slack refuses long ones without saying from where. */
  static final int MESSAGE = 12_000;

  private Limits() {}

  /** The text, cut at a whole character and marked where it is longer. */
  static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = longest - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + "…";
  }
}
