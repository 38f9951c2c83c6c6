package io.tillbot.core.credit;

import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.model.Invoice;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.InvoiceList;
import io.tillbot.core.billing.model.InvoiceSummary;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.invoice.InvoiceLookup;
import io.tillbot.core.invoice.KnownInvoices;
import java.util.List;
import java.util.Optional;

/**
 * What proves a mass payment: an invoice that was not there before and that lists the others.
 *
 * @param ids what went in
 * @param sum what is open on all of them, where each of them tells
 * @param before the invoices before it was sent
 */
record MassPaymentProof(List<InvoiceId> ids, Optional<Money> sum, KnownInvoices before) {
  MassPaymentProof {
    ids = List.copyOf(ids);
  }

  /** The invoice that combines them; empty when none is proven to. */
  Optional<Invoice> find(Optional<InvoiceId> named, BillingReads reads) {
    InvoiceLookup lookup = new InvoiceLookup(reads);
    return named
        .filter(id -> !ids.contains(id) && !before.contains(id))
        .flatMap(id -> lookup.find(id, null).found())
        .filter(invoice -> combinesThese(invoice) || isTheirSum(invoice))
        .or(() -> listed(lookup, reads));
  }

  private Optional<Invoice> listed(InvoiceLookup lookup, BillingReads reads) {
    return reads
        .getInvoices(new ReadRequest.GetInvoices(null))
        .found()
        .map(InvoiceList::invoices)
        .map(before::newAmong)
        .orElse(List.of())
        .stream()
        .map(InvoiceSummary::id)
        .flatMap(id -> lookup.find(id, null).found().stream())
        .filter(this::combinesThese)
        .findFirst();
  }

  private boolean combinesThese(Invoice invoice) {
    return Originals.of(invoice).containsAll(ids);
  }

  /** An invoice whose lines tell nothing, over exactly what the others ask for. */
  private boolean isTheirSum(Invoice invoice) {
    boolean isSilent = invoice.lines().stream().allMatch(line -> line.type().isEmpty());
    return isSilent
        && sum.isPresent()
        && invoice.total() != null
        && invoice.total().amount().compareTo(sum.get().amount()) == 0;
  }
}
