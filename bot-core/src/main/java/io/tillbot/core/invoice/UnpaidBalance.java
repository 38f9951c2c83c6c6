package io.tillbot.core.invoice;

import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.model.InvoiceSummary;
import io.tillbot.core.billing.model.Money;
import org.jspecify.annotations.Nullable;

/** What a listed invoice still asks for. */
public final class UnpaidBalance {
  private UnpaidBalance() {}

  /**
   * The balance of an unpaid invoice. Lists often leave it out; then the total, which is the most
   * that it can be. Null when the invoice is not unpaid, or neither is told.
   */
  public static @Nullable Money of(InvoiceSummary invoice) {
    if (invoice.status() != InvoiceStatus.UNPAID) {
      return null;
    }
    return invoice.balance() != null ? invoice.balance() : invoice.total();
  }
}
