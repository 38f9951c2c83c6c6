package io.tillbot.core.billing.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the billing API answers to a write that it says it has done. */
public sealed interface WriteAnswer {

  /** The API said OK and nothing else of use. */
  record Acknowledged() implements WriteAnswer {}

  /** add_contact: the contact that the API says it made, to be verified by get_contacts. */
  record ContactAdded(@Nullable ClientId client, ContactId contact) implements WriteAnswer {}

  /** update_contact and delete_contact. */
  record ContactChanged(@Nullable ClientId client, @Nullable Location location)
      implements WriteAnswer {}

  /** create_addfunds: the invoice whose payment will raise the credit. */
  record FundsInvoiceCreated(InvoiceSummary invoice) implements WriteAnswer {}

  /** generate_due_invoice. */
  record DueInvoicesGenerated(List<InvoiceSummary> invoices) implements WriteAnswer {
    public DueInvoicesGenerated {
      invoices = List.copyOf(invoices);
    }
  }

  /** mass_pay: the new invoice that combines the others; no money has moved. */
  record CombinedInvoiceCreated(InvoiceId invoice) implements WriteAnswer {}

  /** delete_cancellation_request. */
  record CancellationWithdrawn(@Nullable Long productId) implements WriteAnswer {}

  /** request_subscription_cancellation: a ticket was made, nothing stops at once. */
  record TicketCreated(String ticket) implements WriteAnswer {}

  /** reset_password: what the API says to the person; plain text. */
  record PasswordResetStarted(String message) implements WriteAnswer {}

  /** update_client. Holds an e-mail address: it prints as its client alone. */
  record ClientUpdated(
      @Nullable ClientId client, @Nullable Location location, @Nullable String billingEmail)
      implements WriteAnswer {
    @Override
    public String toString() {
      return "ClientUpdated[" + client + "]";
    }
  }
}
