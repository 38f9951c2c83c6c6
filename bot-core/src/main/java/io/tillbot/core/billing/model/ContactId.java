package io.tillbot.core.billing.model;

/** An additional contact of a client. */
public record ContactId(long value) {
  public ContactId {
    if (value <= 0) {
      throw new IllegalArgumentException("not an id: " + value);
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
