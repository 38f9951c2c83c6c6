package io.tillbot.adapter.sandbox.rule;

import io.tillbot.adapter.sandbox.book.Client;
import io.tillbot.adapter.sandbox.book.Invoice;

/** Prints invoices. */
@FunctionalInterface
public interface Papers {

  /** Which document. */
  enum Kind {
    INVOICE,
    PROFORMA
  }

  /** The invoice as a PDF; the same numbers as in the API's answers. */
  byte[] print(Invoice invoice, Client client, Kind kind);
}
