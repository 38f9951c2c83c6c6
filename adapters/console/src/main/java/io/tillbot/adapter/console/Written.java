package io.tillbot.adapter.console;

import io.tillbot.core.port.Texts;
import io.tillbot.core.reply.Value;
import java.util.Locale;

/** Values written for one reader, cleaned for a terminal. */
final class Written {
  private final Texts texts;
  private final Locale locale;

  Written(Texts texts, Locale locale) {
    this.texts = texts;
    this.locale = locale;
  }

  String of(Value value) {
    return Columns.clean(texts.write(value, locale));
  }
}
