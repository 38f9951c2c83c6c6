package io.tillbot.core.reply;

import io.tillbot.core.billing.model.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a reply before it has a language. Amounts, days and counts stay what they are until
 * the edge, where they are written as the reader's locale wants them.
 */
public sealed interface Value
    permits Value.Data, Value.Line, Value.Amount, Value.Day, Value.Moment, Value.Count, Text {
  /** In characters. */
  int LONGEST_ECHO = 60;

  /** What may be a key in the wrong place: long, without blanks, letters and digits. */
  Pattern KEY_LIKE = Pattern.compile("(?=.*[A-Za-z])(?=.*[0-9])[A-Za-z0-9._~+/=-]{20,}");

  /** In characters: enough for its owner to know it again. */
  int SHOWN_OF_A_KEY = 4;

  /**
   * Words from the API or from the person: shown as they are, never as markup. Control, direction
   * and invisible characters are already gone; renderers escape the rest for their platform.
   */
  record Data(String text) implements Value {
    public Data {
      text = Plain.of(text);
    }
  }

  /**
   * A command as the terminal takes it, such as {@code /pay 123}, or its usage. How a person types
   * it differs: {@link #typed} puts it into a platform's own form.
   */
  record Line(String text) implements Value {
    public Line {
      text = Plain.of(text);
    }
  }

  /** Money, with its currency. */
  record Amount(Money money) implements Value {}

  /** A calendar day. */
  record Day(LocalDate date) implements Value {}

  /** A point in time. */
  record Moment(Instant instant) implements Value {}

  /** A number of things, which chooses the plural. */
  record Count(long number) implements Value {}

  /** This value with every command in it, however deep, as it is typed somewhere. */
  default Value typed(UnaryOperator<String> typing) {
    return switch (this) {
      case Line(String text) -> new Data(typing.apply(text));
      case Text(String key, List<Value> arguments) ->
          new Text(key, arguments.stream().map(argument -> argument.typed(typing)).toList());
      case Data _, Amount _, Day _, Moment _, Count _ -> this;
    };
  }

  static Line line(String text) {
    return new Line(text);
  }

  static Data data(String text) {
    return new Data(text);
  }

  /**
   * A word that a person typed, to be shown back to them: cut when it is long, and when it may be a
   * secret that was typed in the wrong place.
   */
  static Data echo(String word) {
    String plain = Plain.of(word);
    if (KEY_LIKE.matcher(plain).matches()) {
      return new Data(plain.substring(0, SHOWN_OF_A_KEY) + "…");
    }
    boolean isLong = plain.codePointCount(0, plain.length()) > LONGEST_ECHO;
    return new Data(
        isLong ? plain.substring(0, plain.offsetByCodePoints(0, LONGEST_ECHO)) + "…" : plain);
  }

  /** A table's cell: the value, or blank where nothing is known. */
  static <T> Value cell(@Nullable T known, Function<T, ? extends Value> shown) {
    return known == null ? data("") : shown.apply(known);
  }

  static Amount amount(Money money) {
    return new Amount(money);
  }

  static Day day(LocalDate date) {
    return new Day(date);
  }

  static Moment moment(Instant instant) {
    return new Moment(instant);
  }

  static Count count(long number) {
    return new Count(number);
  }
}
