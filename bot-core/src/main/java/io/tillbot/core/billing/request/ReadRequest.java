package io.tillbot.core.billing.request;

import io.tillbot.core.billing.model.AccountId;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.Location;
import io.tillbot.core.billing.model.ServerId;
import io.tillbot.core.billing.model.TransactionId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A request that changes nothing. Each record holds every documented parameter of its method but
 * the action and the token; null leaves the parameter out.
 */
public sealed interface ReadRequest {

  /** get_billing_data. */
  record GetBillingData(ServerId server, @Nullable String customerName) implements ReadRequest {
    public static GetBillingData of(ServerId server) {
      return new GetBillingData(server, null);
    }

    @Override
    public String toString() {
      return "GetBillingData[" + server + "]";
    }
  }

  /**
   * get_cancellation_requests; without a server, those of the client.
   *
   * @param type as the API words it, such as {@code End of Billing Period}
   */
  record GetCancellationRequests(
      @Nullable ServerId server,
      @Nullable String type,
      @Nullable String billingStatus,
      @Nullable LocalDate from,
      @Nullable LocalDate to)
      implements ReadRequest {
    public static GetCancellationRequests ofServer(ServerId server) {
      return new GetCancellationRequests(server, null, null, null, null);
    }
  }

  /** get_client. */
  record GetClient(@Nullable String email, @Nullable Boolean full) implements ReadRequest {
    /** The client whom the credential belongs to. */
    public static GetClient own() {
      return new GetClient(null, null);
    }

    /** The same with every profile field. */
    public static GetClient ownInFull() {
      return new GetClient(null, true);
    }

    @Override
    public String toString() {
      return "GetClient[]";
    }
  }

  /** get_clientgroups. */
  record GetClientGroups() implements ReadRequest {}

  /** get_contacts. */
  record GetContacts(@Nullable String email) implements ReadRequest {
    @Override
    public String toString() {
      return "GetContacts[]";
    }
  }

  /** get_invoice. */
  record GetInvoice(
      InvoiceId invoice, @Nullable Location location, @Nullable Boolean loadClientData)
      implements ReadRequest {
    /** The invoice without the customer's personal data. */
    public static GetInvoice of(InvoiceId invoice, @Nullable Location location) {
      return new GetInvoice(invoice, location, false);
    }
  }

  /** get_invoices. */
  record GetInvoices(@Nullable Location location) implements ReadRequest {}

  /**
   * get_related_invoices. The document's example has neither parameter; the API needs one, and so
   * does this record.
   */
  record GetRelatedInvoices(@Nullable ServerId server, @Nullable AccountId account)
      implements ReadRequest {
    public GetRelatedInvoices {
      if (server == null && account == null) {
        throw new IllegalArgumentException("a server or an account is needed");
      }
    }

    public static GetRelatedInvoices of(ServerId server) {
      return new GetRelatedInvoices(server, null);
    }
  }

  /** getcredits. */
  record GetCredits() implements ReadRequest {}

  /** getpaymentgw. */
  record GetPaymentGateways(InvoiceId invoice) implements ReadRequest {}

  /** download_invoice. */
  record DownloadInvoice(InvoiceId invoice, @Nullable Boolean proforma, @Nullable Boolean inline)
      implements ReadRequest {
    /** The invoice as a file to keep. */
    public static DownloadInvoice of(InvoiceId invoice) {
      return new DownloadInvoice(invoice, false, false);
    }

    /** The same, marked as a proforma. */
    public static DownloadInvoice proforma(InvoiceId invoice) {
      return new DownloadInvoice(invoice, true, false);
    }
  }

  /** transactions; every filter narrows the list. */
  record Transactions(
      @Nullable TransactionId transaction, @Nullable InvoiceId invoice, @Nullable ServerId server)
      implements ReadRequest {}
}
