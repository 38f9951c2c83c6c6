package io.tillbot.adapter.sandbox.book;

/** The states of a server's billing account. */
public enum ServerStatus {
  PENDING("Pending"),
  ACTIVE("Active"),
  SUSPENDED("Suspended"),
  COMPLETED("Completed"),
  TERMINATED("Terminated"),
  CANCELLED("Cancelled"),
  FRAUD("Fraud");

  private final String label;

  ServerStatus(String label) {
    this.label = label;
  }

  /** As the API writes it. */
  public String label() {
    return label;
  }
}
