package io.tillbot.core.billing.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of get_contacts. Holds personal data: it prints as its id alone.
 *
 * @param permissions WHMCS's sub-account permissions, such as {@code contacts} or {@code invoices}
 */
public record Contact(
    ContactId id,
    @Nullable String email,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String phone,
    @Nullable String company,
    List<String> permissions) {
  public Contact {
    permissions = List.copyOf(permissions);
  }

  @Override
  public String toString() {
    return "Contact[" + id + "]";
  }
}
