package io.tillbot.adapter.sandbox.book;

/** What an invoice is for. */
public enum InvoiceKind {
  /** Goods and services. */
  REGULAR,
  /** A top-up: paying it raises the credit. */
  ADD_FUNDS,
  /** Combines other invoices: paying it pays them. */
  MASS_PAY
}
