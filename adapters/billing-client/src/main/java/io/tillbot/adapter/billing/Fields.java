package io.tillbot.adapter.billing;

import io.tillbot.core.billing.model.CurrencyCode;
import io.tillbot.core.billing.model.Location;
import io.tillbot.core.billing.model.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object, read tolerantly: each method takes the names that the API uses for one thing and
 * gives the first that is there. What is absent, null, blank or unreadable is null, so that a junk
 * field never spoils an answer; only what an answer must have is {@linkplain #required required}.
 */
record Fields(Json.Obj object) {

  /** The first of these names that holds something other than null or a blank text. */
  @Nullable Json get(String... names) {
    for (String name : names) {
      Json value = object.members().get(name);
      if (value != null && value != Json.Null.NULL && !isBlank(value)) {
        return value;
      }
    }
    return null;
  }

  /**
   * The object under the first of these names that holds one, also as the only element of a list;
   * an empty one when none does.
   */
  Fields inside(String... names) {
    for (String name : names) {
      if (sole(object.members().get(name)) instanceof Json.Obj inner) {
        return new Fields(inner);
      }
    }
    return new Fields(new Json.Obj(Map.of()));
  }

  /**
   * The object with any of the wanted fields that is the first {@linkplain #inside inside} one of
   * these names; null when there is none, so that they may be here.
   */
  @Nullable Fields innerWith(Collection<String> wanted, String... names) {
    for (String name : names) {
      Fields inner = inside(name);
      if (inner.hasAny(wanted)) {
        return inner;
      }
    }
    return null;
  }

  /** Whether any of these holds something. */
  boolean hasAny(Collection<String> names) {
    return names.stream().anyMatch(name -> get(name) != null);
  }

  /** These, and those of the other that are not among them. */
  Fields over(Fields other) {
    Map<String, Json> both = new LinkedHashMap<>(other.object.members());
    both.putAll(object.members());
    return new Fields(new Json.Obj(both));
  }

  /** The only element of a list that has one; what is no list, as it is. */
  static @Nullable Json sole(@Nullable Json value) {
    return value instanceof Json.Arr(List<Json> elements) && elements.size() == 1
        ? elements.getFirst()
        : value;
  }

  /** One line of plain text. */
  @Nullable String text(String... names) {
    String raw = Scalars.raw(get(names));
    String text = raw == null ? "" : PlainText.line(raw);
    return text.isEmpty() ? null : text;
  }

  /** One line of plain text, empty when there is none. */
  String textOrEmpty(String... names) {
    String text = text(names);
    return text == null ? "" : text;
  }

  /** Several lines of plain text, empty when there are none. */
  String linesOrEmpty(String... names) {
    String raw = Scalars.raw(get(names));
    return raw == null ? "" : PlainText.lines(raw);
  }

  /** An id of some kind. */
  <T> @Nullable T id(LongFunction<T> kind, String... names) {
    for (String name : names) {
      Long id = Scalars.id(object.members().get(name));
      if (id != null) {
        return kind.apply(id);
      }
    }
    return null;
  }

  /** A day. */
  @Nullable LocalDate date(String... names) {
    return Scalars.date(get(names));
  }

  /** A yes or no. */
  @Nullable Boolean flag(String... names) {
    return Scalars.flag(get(names));
  }

  /** A whole number, zero or above. */
  @Nullable Integer count(String... names) {
    return Scalars.count(get(names));
  }

  /** An exact number. */
  @Nullable BigDecimal decimal(String... names) {
    return Scalars.decimal(get(names));
  }

  /** An exact amount in that currency. */
  @Nullable Money money(CurrencyCode currency, String... names) {
    BigDecimal amount = decimal(names);
    return amount == null ? null : new Money(amount, currency);
  }

  /** A billing location. */
  @Nullable Location location(String... names) {
    String text = text(names);
    return text == null ? null : new Location(text);
  }

  /** The currency by any of its three names, or what is given. */
  CurrencyCode currency(CurrencyCode otherwise) {
    CurrencyCode code = currencyOrNull();
    return code == null ? otherwise : code;
  }

  /** The currency by any of its three names. */
  @Nullable CurrencyCode currencyOrNull() {
    for (String name : List.of("currencycode", "currency_code", "currency")) {
      String code = Scalars.raw(object.members().get(name));
      if (code != null && Character.isLetter(code.isBlank() ? ' ' : code.strip().charAt(0))) {
        try {
          return new CurrencyCode(code);
        } catch (IllegalArgumentException junk) {
          // The next name may hold the code.
        }
      }
    }
    return null;
  }

  /**
   * A list, which may come as an array, one bare object, an object keyed by position, {@code ""},
   * null or not at all, directly or inside {@code inner}.
   *
   * @throws BrokenAnswerException when there is something else in its place
   */
  List<Json> list(String name, String inner) {
    Json value = get(name);
    if (value instanceof Json.Obj(Map<String, Json> members) && members.containsKey(inner)) {
      value = new Fields(new Json.Obj(members)).get(inner);
    }
    return switch (value) {
      case null -> List.of();
      case Json.Arr(List<Json> elements) -> elements;
      case Json.Obj bare -> isKeyedByPosition(bare) ? values(bare) : List.of(bare);
      case Json.Text _, Json.Num _, Json.Bool _, Json.Null _ ->
          throw new BrokenAnswerException("no list in " + name);
    };
  }

  /**
   * The rows of a list.
   *
   * @throws BrokenAnswerException when one of them is not an object
   */
  List<Fields> rows(String name, String inner) {
    return list(name, inner).stream().map(Fields::ofRow).toList();
  }

  /** A row of a list. */
  static Fields ofRow(Json row) {
    if (row instanceof Json.Obj object) {
      return new Fields(object);
    }
    throw new BrokenAnswerException("a row is not an object");
  }

  /**
   * What an answer must have.
   *
   * @throws BrokenAnswerException when it is missing
   */
  static <T> T required(@Nullable T value, String what) {
    if (value == null) {
      throw new BrokenAnswerException("no " + what);
    }
    return value;
  }

  @Override
  public String toString() {
    return "Fields";
  }

  private static boolean isKeyedByPosition(Json.Obj object) {
    return object.members().keySet().stream()
        .allMatch(key -> !key.isEmpty() && key.chars().allMatch(c -> c >= '0' && c <= '9'));
  }

  private static List<Json> values(Json.Obj object) {
    return new ArrayList<>(object.members().values());
  }

  private static boolean isBlank(Json value) {
    return value instanceof Json.Text(String text) && text.isBlank();
  }
}
