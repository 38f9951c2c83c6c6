package io.tillbot.core.person;

import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.command.option.ChoiceType;
import io.tillbot.core.command.option.CountryType;
import io.tillbot.core.command.option.EmailType;
import io.tillbot.core.command.option.OptionType;
import io.tillbot.core.command.option.PhoneType;
import io.tillbot.core.command.option.TextType;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** A detail of a client or a contact: how it is given, how it is shown, when two are the same. */
// Options and texts are immutable; the core has no annotation to say so to the compiler.
@SuppressWarnings("ImmutableEnumChecker")
public enum Detail {
  EMAIL("email", new EmailType(), Text.of("field.email")),
  FIRST_NAME("first-name", new TextType(100, "Anna"), Text.of("field.first-name")),
  LAST_NAME("last-name", new TextType(100, "Jansen"), Text.of("field.last-name")),
  PHONE("phone", new PhoneType(), Text.of("field.phone")),
  /** Of clients only. */
  CUSTOMER_TYPE("customer-type", customerTypes(), Text.of("field.customer-type")),
  COMPANY("company", new TextType(100, "Example"), Text.of("field.company")),
  ADDRESS1("address1", new TextType(150, "Damrak"), Text.of("field.address1")),
  ADDRESS2("address2", new TextType(150, "Annex"), Text.of("field.address2")),
  CITY("city", new TextType(100, "Amsterdam"), Text.of("field.city")),
  STATE("state", new TextType(100, "Utrecht"), Text.of("field.state")),
  POSTCODE("postcode", new TextType(20, "1012"), Text.of("field.postcode")),
  COUNTRY("country", new CountryType(), Text.of("field.country"));

  private final OptionSpec<String> option;
  private final Text label;

  Detail(String name, OptionType<String> type, Text label) {
    this.option = OptionSpec.named(name, type);
    this.label = label;
  }

  /** The option that gives it. */
  public OptionSpec<String> option() {
    return option;
  }

  /** Its name for the reader. */
  public Text label() {
    return label;
  }

  /** As the billing system told it: an address or a number masked, names as they are. */
  public Value masked(String value) {
    return switch (this) {
      case EMAIL -> Value.data(Masked.email(value));
      case PHONE -> Value.data(Masked.phone(value));
      case ADDRESS1, ADDRESS2, POSTCODE -> Value.data("…");
      case FIRST_NAME, LAST_NAME, CUSTOMER_TYPE, COMPANY, CITY, STATE, COUNTRY -> inFull(value);
    };
  }

  /** As the person typed it, who has to check it. */
  public Value inFull(String value) {
    return this == CUSTOMER_TYPE ? CustomerType.shown(value) : Value.data(value);
  }

  /**
   * Whether two mean the same: of an address the case does not matter, of a number its digits do.
   */
  boolean isSame(String one, String other) {
    return switch (this) {
      case EMAIL, CUSTOMER_TYPE, COUNTRY -> one.equalsIgnoreCase(other);
      case PHONE -> digits(one).equals(digits(other));
      case FIRST_NAME, LAST_NAME, COMPANY, ADDRESS1, ADDRESS2, CITY, STATE, POSTCODE ->
          one.equals(other);
    };
  }

  private static String digits(String phone) {
    return phone.replaceAll("[^0-9]", "");
  }

  private static OptionType<String> customerTypes() {
    Map<String, String> types = new LinkedHashMap<>();
    for (CustomerType type : CustomerType.values()) {
      types.put(type.word(), type.sent());
    }
    return new ChoiceType<>(types);
  }
}
