package io.tillbot.adapter.slack;

import io.tillbot.core.port.Texts;
import io.tillbot.core.reply.Plain;
import io.tillbot.core.reply.Value;
import java.util.Locale;

/** Values in one reader's language, each on one line, without a character that cannot be seen. */
record Written(Texts texts, Locale locale) {
  String of(Value value) {
    return Plain.of(texts.write(value, locale));
  }
}
