package io.tillbot.core.billing;

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
import io.tillbot.core.billing.request.ReadRequest;
import java.util.List;

/**
 * The methods of the billing API that change nothing. An implementation may repeat them. They
 * block, always within a limit, and never throw for anything that the API or the network does.
 */
public interface BillingReads {
  ApiResult<ServerBilling> getBillingData(ReadRequest.GetBillingData request);

  ApiResult<List<CancellationRequest>> getCancellationRequests(
      ReadRequest.GetCancellationRequests request);

  ApiResult<Client> getClient(ReadRequest.GetClient request);

  ApiResult<List<ClientGroup>> getClientGroups(ReadRequest.GetClientGroups request);

  ApiResult<ContactList> getContacts(ReadRequest.GetContacts request);

  ApiResult<Invoice> getInvoice(ReadRequest.GetInvoice request);

  ApiResult<InvoiceList> getInvoices(ReadRequest.GetInvoices request);

  ApiResult<List<InvoiceSummary>> getRelatedInvoices(ReadRequest.GetRelatedInvoices request);

  ApiResult<CreditBalance> getCredits(ReadRequest.GetCredits request);

  ApiResult<List<PaymentGateway>> getPaymentGateways(ReadRequest.GetPaymentGateways request);

  ApiResult<PdfDocument> downloadInvoice(ReadRequest.DownloadInvoice request);

  ApiResult<List<Transaction>> transactions(ReadRequest.Transactions request);
}
