package io.tillbot.core.billing.model;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer of get_client. Holds personal data: it prints as its id alone.
 *
 * @param currency the currency of the client's credit and invoices
 * @param status WHMCS's client status, such as {@code Active}
 * @param location the billing location, from {@code billing_location} or the client's own
 * @param profile every plain field of the client as the API names it, so that a change of one field
 *     can be checked against all the others
 */
public record Client(
    ClientId id,
    @Nullable String email,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String fullName,
    @Nullable String company,
    @Nullable String countryCode,
    @Nullable CurrencyCode currency,
    @Nullable String status,
    @Nullable Location location,
    @Nullable ClientGroup group,
    @Nullable LocalDate activeSince,
    Map<String, String> profile) {
  public Client {
    profile = Map.copyOf(profile);
  }

  @Override
  public String toString() {
    return "Client[" + id + "]";
  }
}
