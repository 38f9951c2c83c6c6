package io.tillbot.adapter.discord;

import io.tillbot.core.port.Texts;
import io.tillbot.core.reply.Plain;
import io.tillbot.core.reply.Value;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Values written for one reader, each in one line; the no-break spaces of figures stay. */
final class Written {
  private static final String NO_BREAK_SPACE = "\u00a0";

  /** Discord refuses what is empty. */
  private static final String NOTHING = "–";

  private final Texts texts;
  private final Locale locale;
  private final UnaryOperator<String> typing;

  /**
   * Writes for a reader.
   *
   * @param typing how a command is typed here
   */
  Written(Texts texts, Locale locale, UnaryOperator<String> typing) {
    this.texts = texts;
    this.locale = locale;
    this.typing = typing;
  }

  /** The value; empty when there is nothing to show. */
  String of(Value value) {
    return Arrays.stream(texts.write(value.typed(typing), locale).split(NO_BREAK_SPACE, -1))
        .map(Plain::of)
        .filter(piece -> !piece.isEmpty())
        .collect(Collectors.joining(NO_BREAK_SPACE));
  }

  /** The value, a dash when there is nothing to show. */
  String something(Value value) {
    String written = of(value);
    return written.isEmpty() ? NOTHING : written;
  }
}
