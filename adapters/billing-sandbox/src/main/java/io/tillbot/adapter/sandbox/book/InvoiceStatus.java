package io.tillbot.adapter.sandbox.book;

/** The statuses of an invoice; overdue is derived and not among them. */
public enum InvoiceStatus {
  DRAFT("Draft"),
  UNPAID("Unpaid"),
  PAID("Paid"),
  CANCELLED("Cancelled"),
  REFUNDED("Refunded"),
  COLLECTIONS("Collections"),
  PAYMENT_PENDING("Payment Pending");

  private final String label;

  InvoiceStatus(String label) {
    this.label = label;
  }

  /** As the API writes it. */
  public String label() {
    return label;
  }
}
