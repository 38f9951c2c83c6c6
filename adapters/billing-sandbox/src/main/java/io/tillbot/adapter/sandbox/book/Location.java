package io.tillbot.adapter.sandbox.book;

import java.util.Arrays;
import java.util.Optional;

/** The billing locations. */
public enum Location {
  EU("whmcs_eu", "EU-Central"),
  COM("whmcs_com", "US-East");

  private final String code;
  private final String region;

  Location(String code, String region) {
    this.code = code;
    this.region = region;
  }

  /** As invoices and clients name it. */
  public String code() {
    return code;
  }

  /** As servers name it. */
  public String region() {
    return region;
  }

  /** The location of that code or region. */
  public static Optional<Location> named(String name) {
    return Arrays.stream(values())
        .filter(
            location ->
                location.code.equalsIgnoreCase(name) || location.region.equalsIgnoreCase(name))
        .findFirst();
  }

  /** The region of a location's code. */
  public static String regionOf(String code) {
    return named(code).map(Location::region).orElse(code);
  }
}
