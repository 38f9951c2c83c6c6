package io.tillbot.adapter.console;

import io.tillbot.adapter.console.Screen.Colours;
import io.tillbot.core.reply.Tone;

/** The colour codes that we write, of the sixteen every terminal has. */
enum Ink {
  BOLD("1"),
  DIM("2"),
  RED("31"),
  GREEN("32"),
  YELLOW("33"),
  CYAN("36");

  private final String code;

  Ink(String code) {
    this.code = code;
  }

  static Ink of(Tone tone) {
    return switch (tone) {
      case NEUTRAL -> CYAN;
      case GOOD -> GREEN;
      case WARNING -> YELLOW;
      case BAD -> RED;
    };
  }

  /** The text in this ink, or as it is where there are no colours. */
  String on(String text, Colours colours) {
    return colours == Colours.ON && !text.isEmpty()
        ? "\u001b[" + code + "m" + text + "\u001b[0m"
        : text;
  }
}
