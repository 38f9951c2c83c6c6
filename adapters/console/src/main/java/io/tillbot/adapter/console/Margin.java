package io.tillbot.adapter.console;

import io.tillbot.adapter.console.Screen.Colours;
import io.tillbot.core.reply.Tone;
import java.util.ArrayList;
import java.util.List;

/** The two columns left of everything, where marks stand. */
final class Margin {
  static final String BLANK = "  ";
  static final int WIDTH = BLANK.length();

  private Margin() {}

  /** The sign of a tone, so that it is seen without colours too; blank for a neutral one. */
  static String sign(Tone tone) {
    return switch (tone) {
      case NEUTRAL -> " ";
      case GOOD -> "✓";
      case WARNING -> "!";
      case BAD -> "✗";
    };
  }

  /** The lines with the tone's mark beside the first. */
  static List<String> mark(Tone tone, List<String> lines, Colours colours) {
    return put(tone == Tone.NEUTRAL ? " " : Ink.of(tone).on(sign(tone), colours), lines);
  }

  /** The lines with a sign of one column beside the first. */
  static List<String> put(String sign, List<String> lines) {
    List<String> marked = new ArrayList<>();
    for (String line : lines) {
      marked.add((marked.isEmpty() ? sign + " " : BLANK) + line);
    }
    return marked;
  }
}
