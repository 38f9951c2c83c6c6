package io.tillbot.adapter.slack;

import io.tillbot.core.port.Texts;
import io.tillbot.core.reply.Plain;
import io.tillbot.core.reply.Value;
import java.util.Locale;

/**
 * Values in one reader's language, each on one line, without a character that cannot be seen;
 * commands as they are typed in this Slack.
 */
record Written(Texts texts, CommandNames names, Locale locale) {
  String of(Value value) {
    return Plain.of(texts.write(value.typed(names::typed), locale));
  }
}
