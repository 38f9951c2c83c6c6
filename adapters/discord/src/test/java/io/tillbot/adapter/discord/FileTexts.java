package io.tillbot.adapter.discord;

import io.tillbot.core.billing.model.CurrencyCode;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.port.Texts;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The product's own texts, read from their files, since another adapter writes them. Of a plural it
 * takes the form "other", and figures are written plainly.
 */
final class FileTexts implements Texts {
  private static final String FILE =
      "../texts/src/main/resources/io/tillbot/adapter/texts/texts_%s.properties";
  private static final Pattern PLURAL =
      Pattern.compile("\\{(\\d), plural,.* other \\{((?:[^{}]|\\{\\d})*)}}");

  private final Properties english = load("en");
  private final Properties russian = load("ru");

  FileTexts() {}

  /** The same with another Russian text for one key. */
  FileTexts(String key, String other) {
    russian.setProperty(key, other);
  }

  private static Properties load(String language) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of(FILE.formatted(language)))) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  @Override
  public String write(Value value, Locale locale) {
    return switch (value) {
      case Value.Data(String text) -> text;
      case Value.Line(String text) -> text;
      case Value.Count(long number) -> Long.toString(number);
      case Value.Day(LocalDate date) -> date.toString();
      case Value.Moment(var instant) -> instant.toString();
      case Value.Amount(Money money) ->
          money.currency().equals(CurrencyCode.NONE)
              ? money.amount().toPlainString()
              : money.amount().toPlainString() + "\u00a0" + money.currency();
      case Text(String key, List<Value> arguments) -> text(key, arguments, locale);
    };
  }

  private String text(String key, List<Value> arguments, Locale locale) {
    Properties language = locale.getLanguage().equals("ru") ? russian : english;
    Matcher plural = PLURAL.matcher(language.getProperty(key, key));
    StringBuilder text = new StringBuilder();
    while (plural.find()) {
      String form = plural.group(2).replace("#", "{" + plural.group(1) + "}");
      plural.appendReplacement(text, Matcher.quoteReplacement(form));
    }
    plural.appendTail(text);
    String written = text.toString();
    for (int i = 0; i < arguments.size(); i++) {
      written = written.replace("{" + i + "}", write(arguments.get(i), locale));
    }
    return written;
  }
}
