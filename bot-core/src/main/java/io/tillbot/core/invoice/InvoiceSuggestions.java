package io.tillbot.core.invoice;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.billing.BillingAccess;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.InvoiceList;
import io.tillbot.core.billing.model.InvoiceSummary;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.reply.Value;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The caller's own invoices, for where a platform completes an id. Reads get_invoices each time it
 * is asked: whoever asks remembers the answer for a moment.
 */
public final class InvoiceSuggestions {
  private static final Comparator<InvoiceSummary> NEWEST_FIRST =
      Comparator.<InvoiceSummary>comparingLong(invoice -> invoice.id().value()).reversed();

  private final CredentialVault vault;
  private final BillingAccess billing;
  private final InvoiceWords words;

  public InvoiceSuggestions(CredentialVault vault, BillingAccess billing, Clock clock) {
    this.vault = vault;
    this.billing = billing;
    this.words = new InvoiceWords(clock);
  }

  /**
   * An invoice that may be meant.
   *
   * @param label its status and due date, and nothing else: it is shown while somebody types
   */
  public record Suggested(InvoiceId id, List<Value> label) {
    public Suggested {
      label = List.copyOf(label);
    }
  }

  /** The newest first; none where the caller has no credential or the API gives no list. */
  public List<Suggested> of(Caller caller) {
    return vault
        .open(caller)
        .flatMap(
            credential ->
                billing
                    .open(credential)
                    .reads()
                    .getInvoices(new ReadRequest.GetInvoices(null))
                    .found())
        .map(InvoiceList::invoices)
        .orElse(List.of())
        .stream()
        .sorted(NEWEST_FIRST)
        .map(invoice -> new Suggested(invoice.id(), label(invoice)))
        .toList();
  }

  private List<Value> label(InvoiceSummary invoice) {
    List<Value> label = new ArrayList<>();
    label.add(words.status(invoice.status(), invoice.due()));
    @Nullable LocalDate due = invoice.due();
    if (due != null) {
      label.add(Value.day(due));
    }
    return label;
  }
}
