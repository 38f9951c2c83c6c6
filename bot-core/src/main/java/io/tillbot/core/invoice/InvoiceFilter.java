package io.tillbot.core.invoice;

import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.model.InvoiceSummary;
import io.tillbot.core.command.option.ChoiceType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Which invoices to list: WHMCS's statuses, and {@code overdue}, which is derived. */
enum InvoiceFilter {
  UNPAID,
  OVERDUE,
  PAID,
  CANCELLED,
  REFUNDED,
  COLLECTIONS,
  PENDING,
  DRAFT;

  static ChoiceType<InvoiceFilter> type() {
    Map<String, InvoiceFilter> words = new LinkedHashMap<>();
    Arrays.stream(values())
        .forEach(filter -> words.put(filter.name().toLowerCase(Locale.ROOT), filter));
    return new ChoiceType<>(words);
  }

  boolean accepts(InvoiceSummary invoice, InvoiceWords words) {
    return switch (this) {
      case UNPAID -> invoice.status() == InvoiceStatus.UNPAID;
      case OVERDUE -> words.isOverdue(invoice.status(), invoice.due());
      case PAID -> invoice.status() == InvoiceStatus.PAID;
      case CANCELLED -> invoice.status() == InvoiceStatus.CANCELLED;
      case REFUNDED -> invoice.status() == InvoiceStatus.REFUNDED;
      case COLLECTIONS -> invoice.status() == InvoiceStatus.COLLECTIONS;
      case PENDING -> invoice.status() == InvoiceStatus.PAYMENT_PENDING;
      case DRAFT -> invoice.status() == InvoiceStatus.DRAFT;
    };
  }
}
