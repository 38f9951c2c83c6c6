package io.tillbot.core.billing.model;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A currency as the billing API names it, usually an ISO 4217 code. Not {@link java.util.Currency}:
 * a billing system may know currencies that the JDK does not.
 */
public record CurrencyCode(String code) {
  private static final Pattern CODE = Pattern.compile("[A-Z0-9]{2,8}");

  /** ISO 4217's "no currency": the API named none. */
  public static final CurrencyCode NONE = new CurrencyCode("XXX");

  public CurrencyCode {
    code = code.strip().toUpperCase(Locale.ROOT);
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException("not a currency code");
    }
  }

  @Override
  public String toString() {
    return code;
  }
}
