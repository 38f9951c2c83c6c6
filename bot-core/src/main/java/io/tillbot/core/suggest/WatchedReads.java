package io.tillbot.core.suggest;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.model.CancellationRequest;
import io.tillbot.core.billing.model.Client;
import io.tillbot.core.billing.model.ClientGroup;
import io.tillbot.core.billing.model.ContactList;
import io.tillbot.core.billing.model.CreditBalance;
import io.tillbot.core.billing.model.Invoice;
import io.tillbot.core.billing.model.InvoiceLine;
import io.tillbot.core.billing.model.InvoiceList;
import io.tillbot.core.billing.model.InvoiceSummary;
import io.tillbot.core.billing.model.PaymentGateway;
import io.tillbot.core.billing.model.PdfDocument;
import io.tillbot.core.billing.model.ServerBilling;
import io.tillbot.core.billing.model.ServerId;
import io.tillbot.core.billing.model.Transaction;
import io.tillbot.core.billing.request.ReadRequest;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Reads, of which somebody hears the servers that they showed. */
record WatchedReads(BillingReads reads, Consumer<ServerId> seen) implements BillingReads {

  @Override
  public ApiResult<ServerBilling> getBillingData(ReadRequest.GetBillingData request) {
    ApiResult<ServerBilling> billing = reads.getBillingData(request);
    billing.found().ifPresent(_ -> seen.accept(request.server()));
    return billing;
  }

  @Override
  public ApiResult<Invoice> getInvoice(ReadRequest.GetInvoice request) {
    ApiResult<Invoice> result = reads.getInvoice(request);
    result
        .found()
        .ifPresent(
            invoice ->
                invoice.lines().stream()
                    .map(InvoiceLine::server)
                    .filter(Objects::nonNull)
                    .forEach(seen));
    return result;
  }

  @Override
  public ApiResult<List<CancellationRequest>> getCancellationRequests(
      ReadRequest.GetCancellationRequests request) {
    return reads.getCancellationRequests(request);
  }

  @Override
  public ApiResult<Client> getClient(ReadRequest.GetClient request) {
    return reads.getClient(request);
  }

  @Override
  public ApiResult<List<ClientGroup>> getClientGroups(ReadRequest.GetClientGroups request) {
    return reads.getClientGroups(request);
  }

  @Override
  public ApiResult<ContactList> getContacts(ReadRequest.GetContacts request) {
    return reads.getContacts(request);
  }

  @Override
  public ApiResult<InvoiceList> getInvoices(ReadRequest.GetInvoices request) {
    return reads.getInvoices(request);
  }

  @Override
  public ApiResult<List<InvoiceSummary>> getRelatedInvoices(
      ReadRequest.GetRelatedInvoices request) {
    return reads.getRelatedInvoices(request);
  }

  @Override
  public ApiResult<CreditBalance> getCredits(ReadRequest.GetCredits request) {
    return reads.getCredits(request);
  }

  @Override
  public ApiResult<List<PaymentGateway>> getPaymentGateways(
      ReadRequest.GetPaymentGateways request) {
    return reads.getPaymentGateways(request);
  }

  @Override
  public ApiResult<PdfDocument> downloadInvoice(ReadRequest.DownloadInvoice request) {
    return reads.downloadInvoice(request);
  }

  @Override
  public ApiResult<List<Transaction>> transactions(ReadRequest.Transactions request) {
    return reads.transactions(request);
  }
}
