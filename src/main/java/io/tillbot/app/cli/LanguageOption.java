package io.tillbot.app.cli;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The language of cards: the shell's, unless another is asked for. */
final class LanguageOption {
  private static final Set<String> LANGUAGES = Set.of("en", "ru");

  @Option(names = "--lang", paramLabel = "en|ru", description = "language; the shell's by default")
  private @Nullable String tag;

  Locale locale() {
    if (tag == null) {
      return Locale.getDefault();
    }
    if (!LANGUAGES.contains(tag)) {
      throw new WrongUseException("--lang is en or ru");
    }
    return Locale.forLanguageTag(tag);
  }
}
