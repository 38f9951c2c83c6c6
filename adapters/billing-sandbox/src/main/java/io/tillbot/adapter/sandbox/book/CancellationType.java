package io.tillbot.adapter.sandbox.book;

/** When a cancellation takes effect. */
public enum CancellationType {
  END_OF_PERIOD("0", "End of Billing Period"),
  IMMEDIATE("1", "Immediate");

  private final String code;
  private final String label;

  CancellationType(String code, String label) {
    this.code = code;
    this.label = label;
  }

  /** As a request names it. */
  public String code() {
    return code;
  }

  /** As an answer names it. */
  public String label() {
    return label;
  }
}
