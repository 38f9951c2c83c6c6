package io.tillbot.core.cancellation;

import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.model.AccountId;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.InvoiceLine;
import io.tillbot.core.billing.model.InvoiceSummary;
import io.tillbot.core.billing.model.ServerId;
import io.tillbot.core.billing.request.ReadRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the server of a billing account. A cancellation request carries only {@code relid}: the
 * account's invoices (get_related_invoices) have lines that name both, {@code relid} and {@code
 * inv_id}. An account that was never invoiced has no known server.
 */
final class ServerOfAccount {
  /** Of the newest invoices; a line of the account stands on nearly every one. */
  private static final int MOST_INVOICES = 3;

  private final BillingReads billing;

  ServerOfAccount(BillingReads billing) {
    this.billing = billing;
  }

  Optional<ServerId> find(AccountId account) {
    List<InvoiceId> invoices =
        billing
            .getRelatedInvoices(new ReadRequest.GetRelatedInvoices(null, account))
            .found()
            .orElse(List.of())
            .stream()
            .map(InvoiceSummary::id)
            .sorted(Comparator.comparingLong(InvoiceId::value).reversed())
            .limit(MOST_INVOICES)
            .toList();
    return invoices.stream().flatMap(id -> serverOn(id, account).stream()).findFirst();
  }

  private Optional<ServerId> serverOn(InvoiceId id, AccountId account) {
    return billing
        .getInvoice(ReadRequest.GetInvoice.of(id, null))
        .found()
        .flatMap(
            invoice ->
                invoice.lines().stream()
                    .filter(line -> account.equals(line.account()))
                    .map(InvoiceLine::server)
                    .flatMap(Stream::ofNullable)
                    .findFirst());
  }
}
