package io.tillbot.core.credit;

import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.model.Invoice;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.invoice.InvoiceKind;
import io.tillbot.core.invoice.InvoiceLookup;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a mass payment combines: {@code relid} of its lines is an invoice's number.
 *
 * @param settled those that need no payment any more: what is paid for them would only become
 *     credit
 */
record Originals(List<InvoiceId> all, List<InvoiceId> settled) {
  Originals {
    all = List.copyOf(all);
    settled = List.copyOf(settled);
  }

  /** Of another invoice there are none. */
  static List<InvoiceId> of(Invoice invoice) {
    return InvoiceKind.of(invoice) == InvoiceKind.MASS_PAYMENT
        ? invoice.lines().stream()
            .flatMap(line -> Stream.ofNullable(line.account()))
            .map(relid -> new InvoiceId(relid.value()))
            .toList()
        : List.of();
  }

  /** Looks at each of them. */
  static Originals read(Invoice invoice, BillingReads billing) {
    InvoiceLookup lookup = new InvoiceLookup(billing);
    List<InvoiceId> all = of(invoice);
    return new Originals(all, all.stream().filter(id -> isSettled(id, lookup)).toList());
  }

  private static boolean isSettled(InvoiceId id, InvoiceLookup lookup) {
    return lookup
        .find(id, null)
        .found()
        .filter(original -> original.status() != InvoiceStatus.UNPAID)
        .filter(original -> original.status() != InvoiceStatus.UNKNOWN)
        .isPresent();
  }
}
