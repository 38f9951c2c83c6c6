package io.tillbot.core.billing.model;

/** A client group. */
public record GroupId(long value) {
  public GroupId {
    if (value <= 0) {
      throw new IllegalArgumentException("not an id: " + value);
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
