package io.tillbot.core.billing.model;

/** A transaction of the client's account. */
public record TransactionId(long value) {
  public TransactionId {
    if (value <= 0) {
      throw new IllegalArgumentException("not an id: " + value);
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
