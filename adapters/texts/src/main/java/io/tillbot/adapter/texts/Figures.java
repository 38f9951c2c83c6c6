package io.tillbot.adapter.texts;

import io.tillbot.core.billing.model.CurrencyCode;
import io.tillbot.core.billing.model.Money;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Writes amounts, days, moments and counts of one language. Every blank in them is a no-break
 * space. Safe for many threads.
 */
final class Figures {
  private static final char NO_BREAK_SPACE = '\u00a0';

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private final DecimalFormatSymbols symbols;
  private final DateTimeFormatter day;

  Figures(Language language) {
    symbols = DecimalFormatSymbols.getInstance(language.locale());
    // CLDR's blanks between thousands differ in width by version; one kind is enough.
    if (Character.isSpaceChar(symbols.getGroupingSeparator())) {
      symbols.setGroupingSeparator(NO_BREAK_SPACE);
    }
    day = DateTimeFormatter.ofPattern(language.dayPattern(), language.locale());
  }

  /**
   * Every decimal of the amount, then the currency's code: a sign such as $ belongs to many
   * currencies. An unknown currency is left out.
   */
  String amount(Money money) {
    BigDecimal amount = money.amount();
    DecimalFormat format = new DecimalFormat("#,##0", symbols);
    format.setMaximumFractionDigits(amount.scale());
    format.setMinimumFractionDigits(amount.scale());
    String number = format.format(amount);
    return money.currency().equals(CurrencyCode.NONE)
        ? number
        : number + NO_BREAK_SPACE + money.currency().code();
  }

  String count(long number) {
    return new DecimalFormat("#,##0", symbols).format(number);
  }

  String day(LocalDate date) {
    return day.format(date);
  }

  /** In UTC, which it says: one card may be read in several time zones. */
  String moment(Instant instant) {
    ZonedDateTime utc = instant.atZone(ZoneOffset.UTC);
    return day.format(utc) + ", " + TIME.format(utc) + NO_BREAK_SPACE + "UTC";
  }
}
