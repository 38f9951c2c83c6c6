package io.tillbot.adapter.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The languages of pages. */
enum PageLanguage {
  ENGLISH("en", "English"),
  RUSSIAN("ru", "Русский");

  private final String tag;
  private final String label;

  PageLanguage(String tag, String label) {
    this.tag = tag;
    this.label = label;
  }

  /** As an address and HTML have it. */
  String tag() {
    return tag;
  }

  /** Its own name. */
  String label() {
    return label;
  }

  Locale locale() {
    return Locale.forLanguageTag(tag);
  }

  /** The one of that tag. */
  static Optional<PageLanguage> ofTag(String tag) {
    return Stream.of(values()).filter(language -> language.tag.equals(tag)).findFirst();
  }

  /** What a browser prefers, by its {@code Accept-Language}; English where it does not say. */
  static PageLanguage preferred(@Nullable String accepted) {
    if (accepted == null) {
      return ENGLISH;
    }
    try {
      @Nullable String best =
          Locale.lookupTag(Locale.LanguageRange.parse(accepted), List.of(ENGLISH.tag, RUSSIAN.tag));
      return best == null ? ENGLISH : ofTag(best).orElse(ENGLISH);
    } catch (IllegalArgumentException malformed) {
      return ENGLISH;
    }
  }
}
