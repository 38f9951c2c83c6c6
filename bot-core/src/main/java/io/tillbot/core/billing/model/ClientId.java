package io.tillbot.core.billing.model;

/** A client of the billing system. */
public record ClientId(long value) {
  public ClientId {
    if (value <= 0) {
      throw new IllegalArgumentException("not an id: " + value);
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
