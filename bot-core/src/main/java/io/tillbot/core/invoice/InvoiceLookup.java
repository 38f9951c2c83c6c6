package io.tillbot.core.invoice;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.model.CurrencyCode;
import io.tillbot.core.billing.model.Invoice;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.InvoiceList;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.model.InvoiceSummary;
import io.tillbot.core.billing.model.Location;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.billing.request.ReadRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds an invoice and fills what get_invoice left out from get_invoices: the call's own {@code
 * status:"success"} may stand where the invoice's status belongs, and total and balance may be
 * missing. What neither tells stays unknown.
 */
public final class InvoiceLookup {
  private final BillingReads billing;

  public InvoiceLookup(BillingReads billing) {
    this.billing = billing;
  }

  /** The invoice, with one read, or with two when the first leaves gaps. */
  public ApiResult<Invoice> find(InvoiceId id, @Nullable Location location) {
    return billing
        .getInvoice(ReadRequest.GetInvoice.of(id, location))
        .map(invoice -> hasGaps(invoice) ? fill(invoice, summary(id, location)) : invoice);
  }

  private static boolean hasGaps(Invoice invoice) {
    return invoice.status() == InvoiceStatus.UNKNOWN
        || invoice.balance() == null
        || isWithoutCurrency(invoice.total());
  }

  private static boolean isWithoutCurrency(@Nullable Money total) {
    return total == null || total.currency().equals(CurrencyCode.NONE);
  }

  private Optional<InvoiceSummary> summary(InvoiceId id, @Nullable Location location) {
    return billing
        .getInvoices(new ReadRequest.GetInvoices(location))
        .found()
        .map(InvoiceList::invoices)
        .flatMap(
            invoices -> invoices.stream().filter(invoice -> invoice.id().equals(id)).findFirst());
  }

  private static Invoice fill(Invoice invoice, Optional<InvoiceSummary> found) {
    if (found.isEmpty()) {
      return invoice;
    }
    InvoiceSummary summary = found.get();
    InvoiceStatus status =
        invoice.status() == InvoiceStatus.UNKNOWN ? summary.status() : invoice.status();
    Money total = first(invoice.total(), summary.total());
    CurrencyCode currency =
        summary.total() == null ? CurrencyCode.NONE : summary.total().currency();
    return new Invoice(
            invoice.id(),
            status,
            first(invoice.issued(), summary.issued()),
            first(invoice.due(), summary.due()),
            first(invoice.paid(), summary.paid()),
            invoice.subtotal(),
            invoice.credit(),
            invoice.tax(),
            total,
            first(invoice.balance(), summary.balance()),
            invoice.location(),
            invoice.paymentMethod(),
            invoice.lines())
        .orIn(currency);
  }

  private static <T> @Nullable T first(@Nullable T one, @Nullable T other) {
    return one != null ? one : other;
  }
}
