package io.tillbot.core.port;

import io.tillbot.core.reply.Value;
import java.util.Locale;

/**
 * Writes values in the reader's language. Safe for many threads.
 *
 * <p>Data is returned as it is: escaping is the renderer's.
 */
public interface Texts {

  /**
   * The value in the language of the locale, English where there is no bundle for it. A key without
   * a text is written as the key itself, so that a card is never lost.
   */
  String write(Value value, Locale locale);
}
