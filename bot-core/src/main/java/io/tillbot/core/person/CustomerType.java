package io.tillbot.core.person;

import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code co_customertype} of update_client. */
// Options and texts are immutable; the core has no annotation to say so to the compiler.
@SuppressWarnings("ImmutableEnumChecker")
enum CustomerType {
  INDIVIDUAL("Individual", Text.of("customer-type.individual")),
  COMPANY("Company", Text.of("customer-type.company"));

  private final String sent;
  private final Text label;

  CustomerType(String sent, Text label) {
    this.sent = sent;
    this.label = label;
  }

  /** As the API wants it. */
  String sent() {
    return sent;
  }

  /** As a person types it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  Text label() {
    return label;
  }

  /** One that the API told; its own word where we do not know it. */
  static Value shown(String told) {
    Optional<Value> known =
        Stream.of(values())
            .filter(type -> type.sent.equalsIgnoreCase(told))
            .<Value>map(CustomerType::label)
            .findFirst();
    return known.orElseGet(() -> Value.data(told));
  }
}
