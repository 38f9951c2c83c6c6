package io.tillbot.adapter.sandbox.rule;

import java.util.Optional;
import java.util.regex.Pattern;

/** Which telephone numbers are taken. */
final class Phones {

  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9][0-9 .()-]{5,20}");
  private static final Pattern PREMIUM = Pattern.compile("\\+?(1900|4490|49900|3190)[0-9]*");
  private static final Pattern SATELLITE = Pattern.compile("\\+?(870|881|882|883)[0-9]*");

  private Phones() {}

  /** The document's word for what is wrong with a number; empty for a good one. */
  static Optional<String> fault(String phone) {
    if (!NUMBER.matcher(phone).matches()) {
      return Optional.of("message_phone_incorrect_format");
    }
    String digits = phone.replaceAll("[ .()-]", "");
    if (PREMIUM.matcher(digits).matches()) {
      return Optional.of("premium_sms_not_supported");
    }
    if (SATELLITE.matcher(digits).matches()) {
      return Optional.of("sms_number_not_supported");
    }
    return Optional.empty();
  }
}
