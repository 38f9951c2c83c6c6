package io.tillbot.adapter.sandbox.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The fields of a request. Names are as they were sent: {@code params[email]}, {@code invoices[]}.
 * Immutable.
 */
public final class Form {

  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,2})?");

  private final Map<String, List<String>> fields;

  Form(Map<String, List<String>> fields) {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    fields.forEach((name, values) -> copy.put(name, List.copyOf(values)));
    this.fields = copy;
  }

  /** The field's last value, without blanks around it; empty where it is missing or blank. */
  public String text(String name) {
    List<String> values = fields.get(name);
    return values == null ? "" : values.getLast().strip();
  }

  /** The field's last value as it was sent, also an empty one. */
  public Optional<String> sent(String name) {
    return Optional.ofNullable(fields.get(name)).map(List::getLast).map(String::strip);
  }

  /** A whole number of at most nine digits; 0, as PHP would have it, for anything else. */
  public int id(String name) {
    return whole(text(name));
  }

  private static int whole(String value) {
    return WHOLE.matcher(value).matches() ? Integer.parseInt(value) : 0;
  }

  /** An amount with at most two decimals and no sign; empty for anything else. */
  public Optional<BigDecimal> amount(String name) {
    String value = text(name);
    return AMOUNT.matcher(value).matches()
        ? Optional.of(new BigDecimal(value).setScale(2))
        : Optional.empty();
  }

  /** Whether a flag is up: {@code 1}, {@code true}, {@code yes}, {@code on}, {@code Y}. */
  public boolean flag(String name) {
    return switch (text(name).toLowerCase(Locale.ROOT)) {
      case "1", "true", "yes", "on", "y" -> true;
      default -> false;
    };
  }

  /** The whole numbers of {@code name[]}, {@code name[0]} …, in their order; 0 for junk. */
  public List<Integer> ids(String name) {
    List<Integer> ids = new ArrayList<>();
    fields.forEach(
        (field, values) -> {
          if (field.startsWith(name + "[") && field.endsWith("]")) {
            values.forEach(value -> ids.add(whole(value.strip())));
          }
        });
    return ids;
  }

  /** The names that were sent. */
  public List<String> names() {
    return List.copyOf(fields.keySet());
  }

  @Override
  public String toString() {
    return "Form" + fields.keySet();
  }
}
