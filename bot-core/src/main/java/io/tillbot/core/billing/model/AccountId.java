package io.tillbot.core.billing.model;

/** A billing account of a server: {@code account_id} or {@code relid}; not the server's own id. */
public record AccountId(long value) {
  public AccountId {
    if (value <= 0) {
      throw new IllegalArgumentException("not an id: " + value);
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
