package io.tillbot.adapter.sandbox.book;

/** How money moved. */
public enum MovementKind {
  /** Came in through a payment gateway, onto an invoice. */
  GATEWAY_PAYMENT,
  /** From the credit onto an invoice. */
  CREDIT_APPLIED,
  /** From a paid mass payment onto one of the invoices it combines. */
  MASS_ALLOCATED,
  /** Onto the credit: a top-up that was paid. */
  FUNDS_ADDED,
  /** Onto the credit: the unused part of a period. */
  REFUNDED_TO_CREDIT,
  /** Off the credit again: the cancellation was withdrawn. */
  REFUND_TAKEN_BACK,
  /** Onto the credit: paid although nothing was left to pay. */
  OVERPAID_TO_CREDIT,
  /** Out through a gateway: the invoice was refunded. */
  GATEWAY_REFUND
}
