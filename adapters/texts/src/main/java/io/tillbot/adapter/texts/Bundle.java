package io.tillbot.adapter.texts;

import com.ibm.icu.text.PluralRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The texts of one language. Each message is parsed at its first use and kept. Safe for many
 * threads.
 */
final class Bundle {
  private final Language language;
  private final Properties messages;
  private final Map<String, List<Piece>> parsed = new ConcurrentHashMap<>();

  Bundle(Language language) {
    this.language = language;
    this.messages = load("texts_" + language.locale().getLanguage() + ".properties");
  }

  Set<String> keys() {
    return messages.stringPropertyNames();
  }

  /** The message of a key; empty when the bundle has none. */
  Optional<List<Piece>> message(String key) {
    String message = messages.getProperty(key);
    return message == null
        ? Optional.empty()
        : Optional.of(parsed.computeIfAbsent(key, absent -> MessageParser.parse(message)));
  }

  /** The plural category of CLDR for a number of things: one, few, many, other. */
  String pluralCategory(long number) {
    // ICU's exact interface is not public; nobody counts beyond 2^53 things.
    return PluralRules.forLocale(language.locale()).select((double) number);
  }

  private static Properties load(String name) {
    Properties properties = new Properties();
    try (InputStream stream = Bundle.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("no text bundle " + name);
      }
      properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("text bundle " + name, e);
    }
    return properties;
  }
}
