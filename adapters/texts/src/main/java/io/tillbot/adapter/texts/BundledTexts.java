package io.tillbot.adapter.texts;

import io.tillbot.core.port.Texts;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The texts of {@code texts_en.properties} and {@code texts_ru.properties}.
 *
 * <p>A language's bundle is loaded when it is first asked for. Blanks inside an amount or a day are
 * no-break spaces, so that a renderer does not wrap there. What an argument holds is never read as
 * a part of the message.
 */
public final class BundledTexts implements Texts {
  private final Map<Language, Writer> writers = new ConcurrentHashMap<>();

  @Override
  public String write(Value value, Locale locale) {
    Language language = Language.of(locale);
    return writer(language)
        .write(value, nested -> write(nested, locale))
        .or(() -> writer(Language.ENGLISH).write(value, nested -> write(nested, locale)))
        .orElseGet(() -> value instanceof Text(String key, _) ? key : "");
  }

  private Writer writer(Language language) {
    return writers.computeIfAbsent(language, Writer::new);
  }
}
