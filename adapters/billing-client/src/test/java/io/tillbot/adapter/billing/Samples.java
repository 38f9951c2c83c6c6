package io.tillbot.adapter.billing;

import static io.tillbot.adapter.billing.Sample.Kind.READ;
import static io.tillbot.adapter.billing.Sample.Kind.WRITE;

import io.tillbot.core.access.Secret;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingApi;
import io.tillbot.core.billing.model.AccountId;
import io.tillbot.core.billing.model.CancellationRequest;
import io.tillbot.core.billing.model.Client;
import io.tillbot.core.billing.model.ClientGroup;
import io.tillbot.core.billing.model.ClientId;
import io.tillbot.core.billing.model.Contact;
import io.tillbot.core.billing.model.ContactId;
import io.tillbot.core.billing.model.ContactList;
import io.tillbot.core.billing.model.CreditBalance;
import io.tillbot.core.billing.model.CurrencyCode;
import io.tillbot.core.billing.model.GroupId;
import io.tillbot.core.billing.model.Invoice;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.InvoiceLine;
import io.tillbot.core.billing.model.InvoiceList;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.model.InvoiceSummary;
import io.tillbot.core.billing.model.Location;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.billing.model.PaymentGateway;
import io.tillbot.core.billing.model.PdfDocument;
import io.tillbot.core.billing.model.ServerBilling;
import io.tillbot.core.billing.model.ServerId;
import io.tillbot.core.billing.model.Transaction;
import io.tillbot.core.billing.model.TransactionId;
import io.tillbot.core.billing.model.WriteAnswer;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.billing.request.WriteRequest;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** All methods of the API, each in one place. */
final class Samples {
  static final byte[] PDF = "%PDF-1.4 fake %%EOF".getBytes(StandardCharsets.US_ASCII);

  /** The document's examples hide addresses like this. */
  private static final String EMAIL = "[email protected]";

  private static final InvoiceId INVOICE = new InvoiceId(123);
  private static final ServerId SERVER = new ServerId(42);
  private static final Location PLACE = new Location("whmcs_eu");

  private Samples() {}

  static List<Sample> all() {
    return List.of(
        addContact(),
        applyCredit(),
        createAddFunds(),
        deleteCancellationRequest(),
        deleteContact(),
        downloadInvoice(),
        generateDueInvoice(),
        getBillingData(),
        getCancellationRequests(),
        getClient(),
        getClientGroups(),
        getContacts(),
        getInvoice(),
        getInvoices(),
        getRelatedInvoices(),
        getCredits(),
        getPaymentGateways(),
        massPay(),
        requestCancellation(),
        requestSubscriptionCancellation(),
        resetPassword(),
        transactions(),
        updateClient(),
        updateContact());
  }

  static Sample of(String method) {
    return all().stream().filter(s -> s.method().equals(method)).findFirst().orElseThrow();
  }

  /** The document's success example, with a real PDF where it has a placeholder. */
  static String successJson(Contract contract, Sample sample) {
    return contract
        .success(sample.method())
        .replace("base64_encoded_pdf_content", java.util.Base64.getEncoder().encodeToString(PDF));
  }

  private static Sample addContact() {
    return new Sample(
        "add_contact",
        WRITE,
        write(
            (w, r) -> w.addContact(r),
            new WriteRequest.AddContact(
                "Ann",
                null,
                "ann@example.test",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null)),
        write(
            (w, r) -> w.addContact(r),
            new WriteRequest.AddContact(
                "Ann",
                "Lee",
                "ann@example.test",
                Secret.of("pw-one"),
                Secret.of("pw-two"),
                "+1",
                "Co",
                "Street 1",
                "Floor 2",
                "Town",
                "State",
                "9999",
                "NL",
                "1")),
        done(new WriteAnswer.ContactAdded(new ClientId(12345), new ContactId(67890))));
  }

  private static Sample applyCredit() {
    var request = new WriteRequest.ApplyCredit(INVOICE, new BigDecimal("1E+1"));
    return new Sample(
        "apply_credit",
        WRITE,
        write((w, r) -> w.applyCredit(r), request),
        write((w, r) -> w.applyCredit(r), request),
        new ApiResult.Unknown<>(ApiResult.UnknownCause.CONTRADICTORY_ANSWER));
  }

  private static Sample createAddFunds() {
    return new Sample(
        "create_addfunds",
        WRITE,
        write(
            (w, r) -> w.createAddFunds(r),
            new WriteRequest.CreateAddFunds(new BigDecimal("25.00"), null, null)),
        write(
            (w, r) -> w.createAddFunds(r),
            new WriteRequest.CreateAddFunds(new BigDecimal("25.00"), "Top up & go", true)),
        done(
            new WriteAnswer.FundsInvoiceCreated(
                summary(12345, InvoiceStatus.UNPAID, null, "25.00"))));
  }

  private static Sample deleteCancellationRequest() {
    var request = new WriteRequest.DeleteCancellationRequest(SERVER);
    return new Sample(
        "delete_cancellation_request",
        WRITE,
        write((w, r) -> w.deleteCancellationRequest(r), request),
        write((w, r) -> w.deleteCancellationRequest(r), request),
        done(new WriteAnswer.CancellationWithdrawn(12345L)));
  }

  private static Sample deleteContact() {
    var request = new WriteRequest.DeleteContact(new ContactId(7));
    return new Sample(
        "delete_contact",
        WRITE,
        write((w, r) -> w.deleteContact(r), request),
        write((w, r) -> w.deleteContact(r), request),
        done(new WriteAnswer.ContactChanged(new ClientId(12345), null)));
  }

  private static Sample downloadInvoice() {
    return new Sample(
        "download_invoice",
        READ,
        api -> api.reads().downloadInvoice(new ReadRequest.DownloadInvoice(INVOICE, null, null)),
        api -> api.reads().downloadInvoice(new ReadRequest.DownloadInvoice(INVOICE, true, false)),
        done(new PdfDocument(PDF)));
  }

  private static Sample generateDueInvoice() {
    var request = new WriteRequest.GenerateDueInvoice(SERVER);
    return new Sample(
        "generate_due_invoice",
        WRITE,
        write((w, r) -> w.generateDueInvoice(r), request),
        write((w, r) -> w.generateDueInvoice(r), request),
        done(
            new WriteAnswer.DueInvoicesGenerated(
                List.of(summary(12345, InvoiceStatus.UNPAID, null, "29.99")))));
  }

  private static Sample getBillingData() {
    return new Sample(
        "get_billing_data",
        READ,
        api -> api.reads().getBillingData(ReadRequest.GetBillingData.of(SERVER)),
        api -> api.reads().getBillingData(new ReadRequest.GetBillingData(SERVER, "Ann Lee")),
        done(
            new ServerBilling(
                new AccountId(12345), PLACE, "Active", "John Doe", new Location("EU-Central"))));
  }

  private static Sample getCancellationRequests() {
    return new Sample(
        "get_cancellation_requests",
        READ,
        api ->
            api.reads()
                .getCancellationRequests(
                    new ReadRequest.GetCancellationRequests(null, null, null, null, null)),
        api ->
            api.reads()
                .getCancellationRequests(
                    new ReadRequest.GetCancellationRequests(
                        SERVER,
                        "End of Billing Period",
                        "Active",
                        LocalDate.of(2026, 1, 2),
                        LocalDate.of(2026, 3, 4))),
        done(
            List.of(
                new CancellationRequest(
                    new AccountId(123),
                    LocalDate.of(2024, 5, 20),
                    "User requested cancellation",
                    "End of Billing Period",
                    LocalDate.of(2024, 6, 20),
                    "John Doe",
                    "Active",
                    false))));
  }

  private static Sample getClient() {
    return new Sample(
        "get_client",
        READ,
        api -> api.reads().getClient(ReadRequest.GetClient.own()),
        api -> api.reads().getClient(new ReadRequest.GetClient("ann@example.test", true)),
        done(
            new Client(
                new ClientId(123),
                EMAIL,
                "John",
                "Doe",
                "John Doe",
                "Example Corp",
                "US",
                new CurrencyCode("USD"),
                "Active",
                new Location("whmcs_com"),
                new ClientGroup(new GroupId(5), "Premium Customers"),
                LocalDate.of(2024, 1, 1),
                Map.ofEntries(
                    Map.entry("id", "123"),
                    Map.entry("email", EMAIL),
                    Map.entry("firstname", "John"),
                    Map.entry("lastname", "Doe"),
                    Map.entry("fullname", "John Doe"),
                    Map.entry("companyname", "Example Corp"),
                    Map.entry("countrycode", "US"),
                    Map.entry("currency_code", "USD"),
                    Map.entry("status", "Active"),
                    Map.entry("corporate", "0"),
                    Map.entry("ip", "192.168.1.1"),
                    Map.entry("location", "whmcs_com")))));
  }

  private static Sample getClientGroups() {
    var request = new ReadRequest.GetClientGroups();
    return new Sample(
        "get_clientgroups",
        READ,
        api -> api.reads().getClientGroups(request),
        api -> api.reads().getClientGroups(request),
        done(
            List.of(
                new ClientGroup(new GroupId(1), "VIP Customers"),
                new ClientGroup(new GroupId(2), "Standard Users"))));
  }

  private static Sample getContacts() {
    return new Sample(
        "get_contacts",
        READ,
        api -> api.reads().getContacts(new ReadRequest.GetContacts(null)),
        api -> api.reads().getContacts(new ReadRequest.GetContacts("ann@example.test")),
        done(
            new ContactList(
                true,
                List.of(
                    new Contact(
                        new ContactId(123),
                        EMAIL,
                        "John",
                        "Doe",
                        null,
                        null,
                        List.of("contacts"))))));
  }

  private static Sample getInvoice() {
    return new Sample(
        "get_invoice",
        READ,
        api -> api.reads().getInvoice(new ReadRequest.GetInvoice(INVOICE, null, null)),
        api -> api.reads().getInvoice(new ReadRequest.GetInvoice(INVOICE, PLACE, true)),
        done(
            new Invoice(
                INVOICE,
                InvoiceStatus.UNKNOWN,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new Location("whmcs"),
                null,
                List.of(
                    new InvoiceLine(new AccountId(123), new ServerId(456), "Hosting", "", null)))));
  }

  private static Sample getInvoices() {
    return new Sample(
        "get_invoices",
        READ,
        api -> api.reads().getInvoices(new ReadRequest.GetInvoices(null)),
        api -> api.reads().getInvoices(new ReadRequest.GetInvoices(PLACE)),
        done(
            new InvoiceList(
                List.of(summary(1024, InvoiceStatus.PAID, LocalDate.of(2023, 10, 1), "29.99")),
                12)));
  }

  private static Sample getRelatedInvoices() {
    return new Sample(
        "get_related_invoices",
        READ,
        api -> api.reads().getRelatedInvoices(ReadRequest.GetRelatedInvoices.of(SERVER)),
        api ->
            api.reads()
                .getRelatedInvoices(new ReadRequest.GetRelatedInvoices(SERVER, new AccountId(9))),
        done(List.of(summary(12345, InvoiceStatus.PAID, null, "25.00"))));
  }

  private static Sample getCredits() {
    var request = new ReadRequest.GetCredits();
    return new Sample(
        "getcredits",
        READ,
        api -> api.reads().getCredits(request),
        api -> api.reads().getCredits(request),
        done(new CreditBalance(new BigDecimal("150.5"))));
  }

  private static Sample getPaymentGateways() {
    var request = new ReadRequest.GetPaymentGateways(INVOICE);
    return new Sample(
        "getpaymentgw",
        READ,
        api -> api.reads().getPaymentGateways(request),
        api -> api.reads().getPaymentGateways(request),
        done(
            List.of(
                new PaymentGateway(
                    "paymaster",
                    new PaymentGateway.Link(
                        URI.create(
                            "https://bill.hostkey.com/modules/gateways/paymaster.php?id=123"))),
                new PaymentGateway("bitpaycheckout", new PaymentGateway.Form()),
                new PaymentGateway(
                    "banktransfer",
                    new PaymentGateway.Note("Please wire funds in favor of: Bank Details")))));
  }

  private static Sample massPay() {
    var request = new WriteRequest.MassPay(List.of(new InvoiceId(101), new InvoiceId(102)));
    return new Sample(
        "mass_pay",
        WRITE,
        write((w, r) -> w.massPay(r), request),
        write((w, r) -> w.massPay(r), request),
        done(new WriteAnswer.CombinedInvoiceCreated(new InvoiceId(12345))));
  }

  private static Sample requestCancellation() {
    return new Sample(
        "request_cancellation",
        WRITE,
        write(
            (w, r) -> w.requestCancellation(r),
            new WriteRequest.RequestCancellation(
                SERVER, WriteRequest.CancellationTime.END_OF_PERIOD, "Moved away", null)),
        write(
            (w, r) -> w.requestCancellation(r),
            new WriteRequest.RequestCancellation(
                SERVER,
                WriteRequest.CancellationTime.IMMEDIATE,
                "Moved away",
                cancellationDetails())),
        done(new WriteAnswer.Acknowledged()));
  }

  private static WriteRequest.CancellationDetails cancellationDetails() {
    return new WriteRequest.CancellationDetails(
        new BigDecimal("5.00"),
        new CurrencyCode("EUR"),
        new BigDecimal("6.00"),
        "long words",
        "short words",
        new ClientId(55),
        PLACE,
        "ann@example.test",
        789L,
        new InvoiceId(788),
        new AccountId(101),
        "vat words",
        new BigDecimal("7.00"),
        new BigDecimal("8.00"),
        "deployed",
        "billed",
        "monthly",
        "period",
        "adjusted");
  }

  private static Sample requestSubscriptionCancellation() {
    return new Sample(
        "request_subscription_cancellation",
        WRITE,
        write(
            (w, r) -> w.requestSubscriptionCancellation(r),
            new WriteRequest.RequestSubscriptionCancellation(SERVER, null, null)),
        write(
            (w, r) -> w.requestSubscriptionCancellation(r),
            new WriteRequest.RequestSubscriptionCancellation(SERVER, "bank", "Moved away")),
        done(new WriteAnswer.TicketCreated("JIRA-12345")));
  }

  private static Sample resetPassword() {
    return new Sample(
        "reset_password",
        WRITE,
        write(
            (w, r) -> w.resetPassword(r),
            new WriteRequest.ResetPassword("ann@example.test", null, null, null, null)),
        write(
            (w, r) -> w.resetPassword(r),
            new WriteRequest.ResetPassword(
                "ann@example.test",
                Secret.of("reset-one"),
                Secret.of("pw-three"),
                Secret.of("code-four"),
                PLACE)),
        done(
            new WriteAnswer.PasswordResetStarted(
                "Password reset link was sent to the registered email.")));
  }

  private static Sample transactions() {
    return new Sample(
        "transactions",
        READ,
        api -> api.reads().transactions(new ReadRequest.Transactions(null, null, null)),
        api ->
            api.reads()
                .transactions(new ReadRequest.Transactions(new TransactionId(11), INVOICE, SERVER)),
        done(
            List.of(
                new Transaction(
                    new TransactionId(12345),
                    new Money(new BigDecimal("50"), CurrencyCode.NONE),
                    LocalDate.of(2024, 5, 20),
                    "Payment for invoice #123",
                    "Completed",
                    null))));
  }

  private static Sample updateClient() {
    return new Sample(
        "update_client",
        WRITE,
        write(
            (w, r) -> w.updateClient(r),
            new WriteRequest.UpdateClient(
                new ClientId(55),
                PLACE,
                "ann@example.test",
                null,
                null,
                null,
                null,
                null,
                null,
                null)),
        write(
            (w, r) -> w.updateClient(r),
            new WriteRequest.UpdateClient(
                new ClientId(55),
                PLACE,
                "ann@example.test",
                "Ann",
                "Lee",
                "+1",
                "192.0.2.1",
                "Company",
                "form-9",
                Secret.of("word-five"))),
        done(new WriteAnswer.ClientUpdated(new ClientId(123), new Location("whmcs_ru"), EMAIL)));
  }

  private static Sample updateContact() {
    return new Sample(
        "update_contact",
        WRITE,
        write(
            (w, r) -> w.updateContact(r),
            new WriteRequest.UpdateContact(
                new ContactId(7), "ann@example.test", null, null, null, null, null)),
        write(
            (w, r) -> w.updateContact(r),
            new WriteRequest.UpdateContact(
                new ContactId(7),
                "ann@example.test",
                "Ann",
                "Lee",
                "+1",
                Secret.of("pw-six"),
                Secret.of("pw-seven"))),
        done(new WriteAnswer.ContactChanged(new ClientId(12345), PLACE)));
  }

  private static InvoiceSummary summary(
      long id, InvoiceStatus status, LocalDate issued, String total) {
    return new InvoiceSummary(
        new InvoiceId(id), status, issued, null, null, Money.of(total, "USD"), null);
  }

  private static <T> ApiResult<T> done(T value) {
    return new ApiResult.Done<>(value);
  }

  private interface Write<R> {
    ApiResult<?> apply(io.tillbot.core.billing.BillingWrites writes, R request);
  }

  private static <R> Function<BillingApi, ApiResult<?>> write(Write<R> write, R request) {
    return api -> write.apply(api.writes(), request);
  }
}
