package io.tillbot.core.billing.model;

/** An invoice. Unique within one billing {@link Location} only. */
public record InvoiceId(long value) {
  public InvoiceId {
    if (value <= 0) {
      throw new IllegalArgumentException("not an id: " + value);
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
