package io.tillbot.adapter.sandbox.book;

/** What a token or key allows. */
public enum Permission {
  /** Reading the client and the groups. */
  ACCOUNT,
  /** Changing the client and its password. */
  PROFILE,
  /** Reading and changing contacts. */
  CONTACTS,
  /** Reading invoices, transactions, credit and payment methods. */
  INVOICES,
  /** Everything that moves money. */
  PAYMENTS,
  /** Reading servers' billing data and cancellation requests. */
  SERVERS,
  /** Requesting and withdrawing cancellations. */
  CANCELLATIONS
}
