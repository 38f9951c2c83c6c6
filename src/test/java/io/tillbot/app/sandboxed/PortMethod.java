package io.tillbot.app.sandboxed;

import io.tillbot.core.access.Secret;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingApi;
import io.tillbot.core.billing.model.ClientId;
import io.tillbot.core.billing.model.ContactId;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.Location;
import io.tillbot.core.billing.model.ServerId;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.billing.request.WriteRequest;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The methods of the port by the API's names, each with a call that the seeded demo customer's
 * books allow and one that they do not. The calls that are allowed do not get into each other's
 * way, so that all can be made on the same books.
 */
enum PortMethod {
  GET_BILLING_DATA(
      Effect.READ,
      api -> api.reads().getBillingData(ReadRequest.GetBillingData.of(server(42))),
      api -> api.reads().getBillingData(ReadRequest.GetBillingData.of(server(999)))),
  GET_CANCELLATION_REQUESTS(
      Effect.READ,
      api ->
          api.reads()
              .getCancellationRequests(
                  new ReadRequest.GetCancellationRequests(null, null, null, null, null)),
      api ->
          api.reads()
              .getCancellationRequests(ReadRequest.GetCancellationRequests.ofServer(server(51)))),
  GET_CLIENT(
      Effect.READ,
      api -> api.reads().getClient(ReadRequest.GetClient.own()),
      api -> api.reads().getClient(new ReadRequest.GetClient("nobody@example.com", null))),
  /** Refused to a token that may not ask; there is no parameter to get wrong. */
  GET_CLIENTGROUPS(
      Effect.READ,
      api -> api.reads().getClientGroups(new ReadRequest.GetClientGroups()),
      api -> api.reads().getClientGroups(new ReadRequest.GetClientGroups())),
  /** Refused when the billing behind the API is away. */
  GET_CONTACTS(
      Effect.READ,
      api -> api.reads().getContacts(new ReadRequest.GetContacts(null)),
      api -> api.reads().getContacts(new ReadRequest.GetContacts(null))),
  GET_INVOICE(
      Effect.READ,
      api -> api.reads().getInvoice(ReadRequest.GetInvoice.of(invoice(123), null)),
      api -> api.reads().getInvoice(ReadRequest.GetInvoice.of(invoice(999), null))),
  GET_INVOICES(
      Effect.READ,
      api -> api.reads().getInvoices(new ReadRequest.GetInvoices(null)),
      api -> api.reads().getInvoices(new ReadRequest.GetInvoices(new Location("nowhere")))),
  GET_RELATED_INVOICES(
      Effect.READ,
      api -> api.reads().getRelatedInvoices(ReadRequest.GetRelatedInvoices.of(server(42))),
      api -> api.reads().getRelatedInvoices(ReadRequest.GetRelatedInvoices.of(server(51)))),
  /** Refused when the billing behind the API is away. */
  GETCREDITS(
      Effect.READ,
      api -> api.reads().getCredits(new ReadRequest.GetCredits()),
      api -> api.reads().getCredits(new ReadRequest.GetCredits())),
  GETPAYMENTGW(
      Effect.READ,
      api -> api.reads().getPaymentGateways(new ReadRequest.GetPaymentGateways(invoice(123))),
      api -> api.reads().getPaymentGateways(new ReadRequest.GetPaymentGateways(invoice(999)))),
  DOWNLOAD_INVOICE(
      Effect.READ,
      api -> api.reads().downloadInvoice(ReadRequest.DownloadInvoice.of(invoice(123))),
      api -> api.reads().downloadInvoice(ReadRequest.DownloadInvoice.of(invoice(999)))),
  TRANSACTIONS(
      Effect.READ,
      api -> api.reads().transactions(new ReadRequest.Transactions(null, null, null)),
      api -> api.reads().transactions(new ReadRequest.Transactions(null, invoice(999), null))),

  ADD_CONTACT(
      Effect.WRITE,
      api -> api.writes().addContact(contact("lena@example.com")),
      api -> api.writes().addContact(contact("not an address"))),
  APPLY_CREDIT(
      Effect.WRITE,
      api -> api.writes().applyCredit(credit(103, "7.35")),
      api -> api.writes().applyCredit(credit(70, "5.00"))),
  CREATE_ADDFUNDS(
      Effect.WRITE,
      api -> api.writes().createAddFunds(funds("25.50")),
      api -> api.writes().createAddFunds(funds("19.99"))),
  DELETE_CANCELLATION_REQUEST(
      Effect.WRITE,
      api -> api.writes().deleteCancellationRequest(undo(52)),
      api -> api.writes().deleteCancellationRequest(undo(51))),
  DELETE_CONTACT(
      Effect.WRITE,
      api -> api.writes().deleteContact(new WriteRequest.DeleteContact(new ContactId(502))),
      api -> api.writes().deleteContact(new WriteRequest.DeleteContact(new ContactId(999)))),
  GENERATE_DUE_INVOICE(
      Effect.WRITE,
      api -> api.writes().generateDueInvoice(new WriteRequest.GenerateDueInvoice(server(53))),
      api -> api.writes().generateDueInvoice(new WriteRequest.GenerateDueInvoice(server(44)))),
  /** The port has no request with fewer than two invoices; a paid one is refused as well. */
  MASS_PAY(
      Effect.WRITE,
      api -> api.writes().massPay(massPay(101, 102)),
      api -> api.writes().massPay(massPay(101, 70))),
  REQUEST_CANCELLATION(
      Effect.WRITE,
      api ->
          api.writes().requestCancellation(cancel(42, WriteRequest.CancellationTime.END_OF_PERIOD)),
      api -> api.writes().requestCancellation(cancel(53, WriteRequest.CancellationTime.IMMEDIATE))),
  REQUEST_SUBSCRIPTION_CANCELLATION(
      Effect.WRITE,
      api -> api.writes().requestSubscriptionCancellation(endSubscription(43)),
      api -> api.writes().requestSubscriptionCancellation(endSubscription(42))),
  RESET_PASSWORD(
      Effect.WRITE,
      api -> api.writes().resetPassword(reset("demo@example.com", null)),
      api -> api.writes().resetPassword(reset(null, Secret.of("an-invented-token")))),
  UPDATE_CLIENT(
      Effect.WRITE,
      api -> api.writes().updateClient(update("money@example.com")),
      api -> api.writes().updateClient(update(""))),
  UPDATE_CONTACT(
      Effect.WRITE,
      api -> api.writes().updateContact(updateContact("anna.new@example.com")),
      api -> api.writes().updateContact(updateContact("not an address")));

  enum Effect {
    READ,
    WRITE
  }

  /** One call of the port. */
  @FunctionalInterface
  interface Call {
    ApiResult<?> on(BillingApi api);
  }

  private final Effect effect;
  private final Call allowed;
  private final Call refused;

  PortMethod(Effect effect, Call allowed, Call refused) {
    this.effect = effect;
    this.allowed = allowed;
    this.refused = refused;
  }

  /** The API's name of it. */
  String action() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean writes() {
    return effect == Effect.WRITE;
  }

  ApiResult<?> allowedOn(BillingApi api) {
    return allowed.on(api);
  }

  ApiResult<?> refusedOn(BillingApi api) {
    return refused.on(api);
  }

  static List<PortMethod> reads() {
    return all().filter(method -> !method.writes()).toList();
  }

  static List<PortMethod> writers() {
    return all().filter(PortMethod::writes).toList();
  }

  private static Stream<PortMethod> all() {
    return Arrays.stream(values());
  }

  static InvoiceId invoice(int id) {
    return new InvoiceId(id);
  }

  static ServerId server(int id) {
    return new ServerId(id);
  }

  static WriteRequest.ApplyCredit credit(int invoice, String amount) {
    return new WriteRequest.ApplyCredit(invoice(invoice), new BigDecimal(amount));
  }

  static WriteRequest.CreateAddFunds funds(String amount) {
    return new WriteRequest.CreateAddFunds(new BigDecimal(amount), "For October", false);
  }

  static WriteRequest.MassPay massPay(int... invoices) {
    return new WriteRequest.MassPay(Arrays.stream(invoices).mapToObj(InvoiceId::new).toList());
  }

  static WriteRequest.RequestCancellation cancel(int server, WriteRequest.CancellationTime time) {
    return new WriteRequest.RequestCancellation(server(server), time, "No longer needed", null);
  }

  static WriteRequest.DeleteCancellationRequest undo(int server) {
    return new WriteRequest.DeleteCancellationRequest(server(server));
  }

  static WriteRequest.RequestSubscriptionCancellation endSubscription(int server) {
    return new WriteRequest.RequestSubscriptionCancellation(
        server(server), null, "No longer needed");
  }

  static WriteRequest.ResetPassword reset(@Nullable String email, @Nullable Secret token) {
    return new WriteRequest.ResetPassword(email, token, null, null, null);
  }

  static WriteRequest.UpdateClient update(String email) {
    return new WriteRequest.UpdateClient(
        new ClientId(1001),
        new Location("whmcs_eu"),
        email,
        "Demo",
        "Customer",
        null,
        null,
        null,
        null,
        null);
  }

  static WriteRequest.UpdateContact updateContact(String email) {
    return new WriteRequest.UpdateContact(
        new ContactId(501), email, "Anna", "Exemplar", null, null, null);
  }

  static WriteRequest.AddContact contact(String email) {
    return new WriteRequest.AddContact(
        "Lena",
        "O'Neil & Co",
        email,
        null,
        null,
        "+31.205550199",
        "Пример",
        "1 Example Street",
        null,
        "Exampletown",
        null,
        "10000",
        "NL",
        null);
  }
}
