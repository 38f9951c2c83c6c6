package io.tillbot.app.config;

import io.tillbot.core.access.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes values of what was given, and notes what cannot become one. */
final class Values {
  private final Map<Setting, Given> given;
  private final Faults faults;

  Values(Map<Setting, Given> given, Faults faults) {
    this.given = given;
    this.faults = faults;
  }

  /** The text of a setting that has a default, as it was given. */
  String text(Setting setting) {
    return given(setting).map(Given::text).orElseGet(() -> ordinary(setting));
  }

  /** The value of a setting that has a default; that as well where what was given is no good. */
  <T> T value(Setting setting, Rule<T> rule) {
    return optional(setting, rule)
        .or(() -> rule.read(ordinary(setting)))
        .orElseThrow(() -> new IllegalStateException("a wrong default: " + setting));
  }

  /** The value, where one was given that is good. */
  <T> Optional<T> optional(Setting setting, Rule<T> rule) {
    return given(setting).flatMap(value -> read(setting, value, value.text(), rule));
  }

  /** The items that are good; none is a list as well. */
  <T> List<T> list(Setting setting, Rule<T> rule) {
    Given items =
        given(setting)
            .orElseGet(() -> new Given(setting.ordinary().orElse(""), setting.variable()));
    return items.items().stream()
        .flatMap(item -> read(setting, items, item, rule).stream())
        .toList();
  }

  /** The secret that another setting cannot do without. */
  Optional<Secret> required(Setting setting, String because) {
    return required(setting, Rule.secret(), because);
  }

  /** The value that another setting cannot do without. */
  <T> Optional<T> required(Setting setting, Rule<T> rule, String because) {
    if (given(setting).isEmpty() && !faults.concern(setting)) {
      faults.add("%s (%s)".formatted(setting.variable(), setting.key()), "is missing; " + because);
    }
    return optional(setting, rule);
  }

  /** What was given has no place here. */
  void refuse(Setting setting, String what) {
    given(setting).ifPresent(value -> faults.add(setting, value.origin(), what));
  }

  boolean isGiven(Setting setting) {
    return given(setting).isPresent();
  }

  private Optional<Given> given(Setting setting) {
    return Optional.ofNullable(given.get(setting));
  }

  private <T> Optional<T> read(Setting setting, Given value, String text, Rule<T> rule) {
    if (text.chars().anyMatch(Character::isISOControl)) {
      faults.add(setting, value.origin(), "must be one line of plain text");
      return Optional.empty();
    }
    Optional<T> good = rule.read(text);
    if (good.isEmpty()) {
      faults.add(setting, value.origin(), rule.right());
    }
    return good;
  }

  private static String ordinary(Setting setting) {
    return setting.ordinary().orElseThrow();
  }
}
