package io.tillbot.adapter.sandbox.answer;

import io.tillbot.adapter.sandbox.choice.Shape;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes single values in a given look. */
final class Values {

  /** A date as it is written, or how its absence is. */
  sealed interface Date {
    record Shown(String text) implements Date {}

    record Nothing() implements Date {}

    record LeftOut() implements Date {}
  }

  private static final DateTimeFormatter SPACED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT);

  private final Look look;

  Values(Look look) {
    this.look = look;
  }

  String amount(BigDecimal amount) {
    return look.numbers() == Shape.Numbers.GROUPED
        ? String.format(Locale.ROOT, "%,." + amount.scale() + "f", amount)
        : amount.toPlainString();
  }

  String text(String text) {
    return switch (look.texts()) {
      case PLAIN -> text;
      case ENTITIES -> escape(text);
      case TAGS -> text.isEmpty() ? "" : "<b>" + escape(text) + "</b><br />";
    };
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#039;");
  }

  String result(String documented) {
    return switch (look.results()) {
      case AS_DOCUMENTED, WITH_CODE -> documented;
      case OK -> "OK";
      case SUCCESS -> "success";
      case UPPER_CASE -> "SUCCESS";
    };
  }

  Shape.Flags form(Node.Flag flag) {
    return look.flags() != Shape.Flags.AS_DOCUMENTED
        ? look.flags()
        : switch (flag.documented()) {
          case BOOLEAN -> Shape.Flags.BOOLEAN;
          case NUMBER -> Shape.Flags.NUMBER;
          case LETTER -> Shape.Flags.LETTER;
        };
  }

  Date day(Node.Day day) {
    if (day.value() == null) {
      return absent("0000-00-00");
    }
    LocalDateTime start = day.value().atTime(LocalTime.MIDNIGHT);
    return new Date.Shown(
        switch (look.dates()) {
          case AS_DOCUMENTED, DAY -> day.value().toString();
          case WITH_TIME -> SPACED.format(start);
          case ISO -> ISO.format(start);
        });
  }

  Date moment(Node.Moment moment) {
    LocalDateTime value = moment.value();
    if (value == null) {
      return absent("0000-00-00 00:00:00");
    }
    return new Date.Shown(
        switch (look.dates()) {
          case AS_DOCUMENTED ->
              switch (moment.documented()) {
                case SPACED -> SPACED.format(value);
                case ISO -> ISO.format(value);
              };
          case DAY -> value.toLocalDate().toString();
          case WITH_TIME -> SPACED.format(value);
          case ISO -> ISO.format(value);
        });
  }

  private Date absent(String zeros) {
    return switch (look.absentDates()) {
      case ZEROS -> new Date.Shown(zeros);
      case EMPTY -> new Date.Shown("");
      case NULL -> new Date.Nothing();
      case MISSING -> new Date.LeftOut();
    };
  }
}
