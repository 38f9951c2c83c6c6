package io.tillbot.core.billing.model;

import org.jspecify.annotations.Nullable;

/**
 * An answer of get_billing_data. Holds a name: it prints as its account alone.
 *
 * @param account the server's billing account, the {@code relid} of other methods
 * @param billing the billing location, {@code type_billing}
 * @param status the service's status, such as {@code Active} or {@code Suspended}
 * @param location where the server stands, such as {@code EU-Central}
 */
public record ServerBilling(
    @Nullable AccountId account,
    @Nullable Location billing,
    @Nullable String status,
    @Nullable String customerName,
    @Nullable Location location) {
  @Override
  public String toString() {
    return "ServerBilling[" + account + "]";
  }
}
