package io.tillbot.adapter.discord;

import io.tillbot.core.port.Texts;
import io.tillbot.core.reply.Text;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What commands and options are called in a language: {@code
 * discord.com/developers/docs/interactions/application-commands#localization}. Whatever they are
 * called, Discord delivers them by the names of the catalogue.
 */
final class LocalNames {
  /** The pattern of {@code …/application-commands#application-command-object}. */
  private static final Pattern NAME =
      Pattern.compile("^[-_'\\p{L}\\p{N}\\p{IsDevanagari}\\p{IsThai}]{1,32}$");

  private final Texts texts;

  LocalNames(Texts texts) {
    this.texts = texts;
  }

  /** A word of a command's path, or nothing where the language has no name for it. */
  Optional<String> command(String word, Locale locale) {
    return name(Text.of("name.command." + word), locale);
  }

  /** An option's name, or nothing where the language has none for it. */
  Optional<String> option(String name, Locale locale) {
    return name(Text.of("name.option." + name), locale);
  }

  private Optional<String> name(Text text, Locale locale) {
    String name = texts.write(text, locale);
    boolean isName = NAME.matcher(name).matches() && name.equals(name.toLowerCase(locale));
    return isName ? Optional.of(name) : Optional.empty();
  }
}
