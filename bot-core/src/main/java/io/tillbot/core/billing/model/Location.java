package io.tillbot.core.billing.model;

/**
 * A billing location, such as {@code whmcs_eu} or {@code EU-Central}. Opaque: it is copied from
 * answers, never made up.
 */
public record Location(String value) {
  public Location {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a location must not be blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
