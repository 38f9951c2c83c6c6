package io.tillbot.core.billing.model;

import java.util.List;

/**
 * An answer of get_invoices. The API has no paging parameter, so a list may be cut short: what is
 * not in it is not proven absent.
 *
 * @param invoices what was returned
 * @param total how many there are, {@code totalresults}; never less than were returned
 */
public record InvoiceList(List<InvoiceSummary> invoices, int total) {
  public InvoiceList {
    invoices = List.copyOf(invoices);
    if (total < invoices.size()) {
      throw new IllegalArgumentException("fewer in all than returned");
    }
  }

  /** Whether the API kept some back. */
  public boolean isCutShort() {
    return total > invoices.size();
  }
}
