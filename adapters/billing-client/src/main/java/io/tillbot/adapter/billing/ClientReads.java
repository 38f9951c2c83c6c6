package io.tillbot.adapter.billing;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.model.CancellationRequest;
import io.tillbot.core.billing.model.Client;
import io.tillbot.core.billing.model.ClientGroup;
import io.tillbot.core.billing.model.ContactList;
import io.tillbot.core.billing.model.CreditBalance;
import io.tillbot.core.billing.model.Invoice;
import io.tillbot.core.billing.model.InvoiceList;
import io.tillbot.core.billing.model.InvoiceSummary;
import io.tillbot.core.billing.model.PaymentGateway;
import io.tillbot.core.billing.model.PdfDocument;
import io.tillbot.core.billing.model.ServerBilling;
import io.tillbot.core.billing.model.Transaction;
import io.tillbot.core.billing.request.ReadRequest.DownloadInvoice;
import io.tillbot.core.billing.request.ReadRequest.GetBillingData;
import io.tillbot.core.billing.request.ReadRequest.GetCancellationRequests;
import io.tillbot.core.billing.request.ReadRequest.GetClient;
import io.tillbot.core.billing.request.ReadRequest.GetClientGroups;
import io.tillbot.core.billing.request.ReadRequest.GetContacts;
import io.tillbot.core.billing.request.ReadRequest.GetCredits;
import io.tillbot.core.billing.request.ReadRequest.GetInvoice;
import io.tillbot.core.billing.request.ReadRequest.GetInvoices;
import io.tillbot.core.billing.request.ReadRequest.GetPaymentGateways;
import io.tillbot.core.billing.request.ReadRequest.GetRelatedInvoices;
import io.tillbot.core.billing.request.ReadRequest.Transactions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reads of one credential. */
final class ClientReads implements BillingReads {
  private final ApiCalls calls;
  private final ReadService service;
  private final ServerNumbers servers;

  ClientReads(ApiCalls calls, ReadService service, ServerNumbers servers) {
    this.calls = calls;
    this.service = service;
    this.servers = servers;
  }

  @Override
  public ApiResult<ServerBilling> getBillingData(GetBillingData request) {
    return calls.read(
        request.server(),
        token -> service.getBillingData(token, request.server(), request.customerName()),
        ClientDecoding::server);
  }

  @Override
  public ApiResult<List<CancellationRequest>> getCancellationRequests(
      GetCancellationRequests request) {
    return calls.read(
        request.server(),
        token ->
            service.getCancellationRequests(
                token,
                request.server(),
                request.type(),
                request.billingStatus(),
                request.from(),
                request.to()),
        ClientDecoding::cancellations);
  }

  @Override
  public ApiResult<Client> getClient(GetClient request) {
    return calls.read(
        null,
        token -> service.getClient(token, request.email(), request.full()),
        ClientDecoding::client);
  }

  @Override
  public ApiResult<List<ClientGroup>> getClientGroups(GetClientGroups request) {
    return calls.read(null, service::getClientGroups, ClientDecoding::groups);
  }

  @Override
  public ApiResult<ContactList> getContacts(GetContacts request) {
    return calls.read(
        null, token -> service.getContacts(token, request.email()), ClientDecoding::contacts);
  }

  @Override
  public ApiResult<Invoice> getInvoice(GetInvoice request) {
    return calls.read(
        request.invoice(),
        token ->
            service.getInvoice(
                token, request.invoice(), request.location(), request.loadClientData()),
        answer -> InvoiceDecoding.invoice(answer, request.invoice()));
  }

  @Override
  public ApiResult<InvoiceList> getInvoices(GetInvoices request) {
    return calls.read(
        null, token -> service.getInvoices(token, request.location()), InvoiceDecoding::list);
  }

  @Override
  public ApiResult<List<InvoiceSummary>> getRelatedInvoices(GetRelatedInvoices request) {
    return calls.read(
        request.server() == null ? request.account() : request.server(),
        token -> service.getRelatedInvoices(token, request.server(), request.account()),
        InvoiceDecoding::summaries);
  }

  @Override
  public ApiResult<CreditBalance> getCredits(GetCredits request) {
    return calls.read(null, service::getCredits, MoneyDecoding::credit);
  }

  @Override
  public ApiResult<List<PaymentGateway>> getPaymentGateways(GetPaymentGateways request) {
    return calls.read(
        request.invoice(),
        token -> service.getPaymentGateways(token, request.invoice()),
        GatewayDecoding::gateways);
  }

  @Override
  public ApiResult<PdfDocument> downloadInvoice(DownloadInvoice request) {
    return calls.read(
        request.invoice(),
        token ->
            service.downloadInvoice(token, request.invoice(), request.proforma(), request.inline()),
        PdfDecoding::document);
  }

  @Override
  public ApiResult<List<Transaction>> transactions(Transactions request) {
    return request.server() == null
        ? transactions(request, null)
        : servers.of(request.server()).then(server -> transactions(request, server));
  }

  private ApiResult<List<Transaction>> transactions(
      Transactions request, @Nullable ServerNumber server) {
    return calls.read(
        null,
        token -> service.transactions(token, request.transaction(), request.invoice(), server),
        MoneyDecoding::transactions);
  }
}
