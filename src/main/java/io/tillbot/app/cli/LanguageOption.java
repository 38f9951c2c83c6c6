package io.tillbot.app.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The language of cards: the shell's, unless another is asked for. */
final class LanguageOption {
  @Option(names = "--lang", paramLabel = "en|ru", description = "language; the shell's by default")
  private @Nullable String tag;

  Locale locale() {
    return tag == null ? Locale.getDefault() : Locale.forLanguageTag(tag);
  }
}
