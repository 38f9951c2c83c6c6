package io.tillbot.core.invoice;

import io.tillbot.core.billing.model.Invoice;
import java.util.Locale;

/** What an invoice is for, as its lines tell (WHMCS's item types). */
public enum InvoiceKind {
  /** For services. */
  REGULAR,
  /** Raises the credit when it is paid (AddFunds), so that credit cannot pay it. */
  TOP_UP,
  /** Combines other invoices (Invoice). */
  MASS_PAYMENT;

  /** The kind of an invoice; regular where the lines tell nothing. */
  public static InvoiceKind of(Invoice invoice) {
    return invoice.lines().stream()
        .map(line -> of(line.type()))
        .filter(kind -> kind != REGULAR)
        .findFirst()
        .orElse(REGULAR);
  }

  private static InvoiceKind of(String type) {
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "addfunds", "add funds", "add_funds" -> TOP_UP;
      case "invoice" -> MASS_PAYMENT;
      default -> REGULAR;
    };
  }
}
