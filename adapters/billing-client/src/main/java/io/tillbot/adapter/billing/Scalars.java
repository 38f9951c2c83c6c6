package io.tillbot.adapter.billing;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The many ways in which the API writes one number, date or boolean. Each method gives null for
 * what is absent and for what cannot be read.
 */
final class Scalars {
  private static final Pattern PLAIN_DECIMAL =
      Pattern.compile("[+-]?\\d{1,40}(?:\\.\\d{1,40})?(?:[eE][+-]?\\d{1,2})?");
  private static final Pattern GROUPED_DECIMAL =
      Pattern.compile("[+-]?\\d{1,3}(?:,\\d{3}){1,12}(?:\\.\\d{1,40})?");
  private static final Pattern DATE =
      Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:[T ]\\d{1,2}:\\d{2}.{0,40})?");

  private Scalars() {}

  /** The text of a string, a number or a boolean; null for anything else. */
  static @Nullable String raw(@Nullable Json value) {
    return switch (value) {
      case Json.Text(String text) -> text;
      case Json.Num(String digits) -> digits;
      case Json.Bool(boolean bool) -> Boolean.toString(bool);
      case Json.Obj _, Json.Arr _, Json.Null _ -> null;
      case null -> null;
    };
  }

  /** An exact number: {@code 29.99}, {@code "29.99"}, {@code "1,234.50"}, {@code 1e2}. */
  static @Nullable BigDecimal decimal(@Nullable Json value) {
    if (value instanceof Json.Bool || raw(value) == null) {
      return null;
    }
    String text = String.valueOf(raw(value)).strip();
    if (PLAIN_DECIMAL.matcher(text).matches()) {
      return new BigDecimal(text);
    }
    return GROUPED_DECIMAL.matcher(text).matches() ? new BigDecimal(text.replace(",", "")) : null;
  }

  /** An id: a whole number above zero. */
  static @Nullable Long id(@Nullable Json value) {
    BigDecimal number = decimal(value);
    try {
      return number == null || number.signum() <= 0 ? null : number.longValueExact();
    } catch (ArithmeticException fractionOrTooLarge) {
      return null;
    }
  }

  /** A count: a whole number, zero or above. */
  static @Nullable Integer count(@Nullable Json value) {
    BigDecimal number = decimal(value);
    try {
      return number == null || number.signum() < 0 ? null : number.intValueExact();
    } catch (ArithmeticException fractionOrTooLarge) {
      return null;
    }
  }

  /** {@code true}, {@code "true"}, {@code 1}, {@code "Y"}, {@code "yes"}, and their opposites. */
  static @Nullable Boolean flag(@Nullable Json value) {
    String text = raw(value);
    if (text == null) {
      return null;
    }
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true", "1", "y", "yes", "on" -> true;
      case "false", "0", "n", "no", "off" -> false;
      default -> null;
    };
  }

  /**
   * The day of a date, whatever its time: {@code 2026-10-01}, {@code 2026-10-01 14:30:00}, {@code
   * 2026-10-01T14:30:00Z}. {@code 0000-00-00} is none.
   */
  static @Nullable LocalDate date(@Nullable Json value) {
    String text = raw(value);
    Matcher date = DATE.matcher(text == null ? "" : text.strip());
    if (!date.matches()) {
      return null;
    }
    try {
      int year = Integer.parseInt(date.group(1));
      return year == 0
          ? null
          : LocalDate.of(year, Integer.parseInt(date.group(2)), Integer.parseInt(date.group(3)));
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }
}
