package io.tillbot.core.billing.model;

/**
 * WHMCS's invoice statuses. Overdue is none of them: it is derived from {@link #UNPAID} and the due
 * date.
 */
public enum InvoiceStatus {
  DRAFT,
  UNPAID,
  PAID,
  CANCELLED,
  REFUNDED,
  COLLECTIONS,
  PAYMENT_PENDING,
  /** The API gave none, or one that WHMCS does not document. */
  UNKNOWN
}
