package io.tillbot.core.billing.model;

/** A server, as {@code id} of get_billing_data and {@code inv_id} of an invoice line. */
public record ServerId(long value) {
  public ServerId {
    if (value <= 0) {
      throw new IllegalArgumentException("not an id: " + value);
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
