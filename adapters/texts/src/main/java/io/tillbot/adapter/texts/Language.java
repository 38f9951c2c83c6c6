package io.tillbot.adapter.texts;

import java.util.Locale;

/** A language that we have texts in, and how its days and amounts are written. */
enum Language {
  ENGLISH(Locale.ENGLISH, "d\u00a0MMM\u00a0uuuu"),
  RUSSIAN(Locale.of("ru"), "d\u00a0MMM\u00a0uuuu\u00a0'г.'");

  private final Locale locale;
  private final String dayPattern;

  Language(Locale locale, String dayPattern) {
    this.locale = locale;
    this.dayPattern = dayPattern;
  }

  /** The reader's language, English where we have no texts in it. */
  static Language of(Locale locale) {
    return locale.getLanguage().equals("ru") ? RUSSIAN : ENGLISH;
  }

  Locale locale() {
    return locale;
  }

  /** A pattern of {@link java.time.format.DateTimeFormatter}. */
  String dayPattern() {
    return dayPattern;
  }
}
