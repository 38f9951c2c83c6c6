package io.tillbot.core.command.option;

import io.tillbot.core.reply.Plain;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds what makes a word look like another one: hidden characters and other scripts' digits. Ids
 * and amounts refuse both, because what a person sees would not be what is sent.
 */
final class Digits {
  private Digits() {}

  /** Why the word cannot be an id, an amount or a date, whatever else it holds. */
  static Optional<Text> suspicion(String word) {
    return word.codePoints().boxed().flatMap(point -> suspicion(word, point).stream()).findFirst();
  }

  private static Optional<Text> suspicion(String word, int point) {
    if (Plain.isHidden(point)) {
      return Optional.of(Text.of("input.hidden-character", code(point)));
    }
    if (Character.isDigit(point) && !isAscii(point)) {
      return Optional.of(
          Text.of(
              "input.foreign-digits",
              Value.echo(word),
              Value.data(script(point)),
              Value.echo(inAscii(word))));
    }
    return Optional.empty();
  }

  private static boolean isAscii(int point) {
    return point < 128;
  }

  private static Value code(int point) {
    return Value.data("U+%04X".formatted(point));
  }

  private static String script(int point) {
    String name = Character.getName(point);
    int digit = name.indexOf(" DIGIT");
    String script = digit > 0 ? name.substring(0, digit) : name;
    return script.charAt(0) + script.substring(1).toLowerCase(Locale.ROOT);
  }

  private static String inAscii(String word) {
    StringBuilder ascii = new StringBuilder();
    word.codePoints()
        .forEach(
            point -> {
              if (Character.isDigit(point)) {
                ascii.append(Character.digit(point, 10));
              } else {
                ascii.appendCodePoint(point);
              }
            });
    return ascii.toString();
  }
}
