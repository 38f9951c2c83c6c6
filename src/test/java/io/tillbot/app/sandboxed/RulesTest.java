package io.tillbot.app.sandboxed;

import static io.tillbot.app.sandboxed.PortMethod.cancel;
import static io.tillbot.app.sandboxed.PortMethod.endSubscription;
import static io.tillbot.app.sandboxed.PortMethod.invoice;
import static io.tillbot.app.sandboxed.PortMethod.massPay;
import static io.tillbot.app.sandboxed.PortMethod.server;
import static io.tillbot.app.sandboxed.PortMethod.undo;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.adapter.billing.Dialect;
import io.tillbot.adapter.billing.Dialect.CancellationReason;
import io.tillbot.adapter.billing.Dialect.ServerNumbering;
import io.tillbot.adapter.sandbox.book.Cancellation;
import io.tillbot.adapter.sandbox.book.Client;
import io.tillbot.adapter.sandbox.book.Contact;
import io.tillbot.adapter.sandbox.book.InvoiceKey;
import io.tillbot.adapter.sandbox.book.Server;
import io.tillbot.adapter.sandbox.book.Subscription;
import io.tillbot.adapter.sandbox.choice.Choice;
import io.tillbot.adapter.sandbox.choice.Rule;
import io.tillbot.adapter.sandbox.choice.Switches;
import io.tillbot.adapter.sandbox.fault.Fault;
import io.tillbot.adapter.sandbox.fault.FaultKind;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.ApiResult.NotSentCause;
import io.tillbot.core.billing.BillingApi;
import io.tillbot.core.billing.Refusal;
import io.tillbot.core.billing.model.ClientId;
import io.tillbot.core.billing.model.CurrencyCode;
import io.tillbot.core.billing.model.Invoice;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.InvoiceList;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.model.InvoiceSummary;
import io.tillbot.core.billing.model.Location;
import io.tillbot.core.billing.model.Transaction;
import io.tillbot.core.billing.model.WriteAnswer;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.billing.request.WriteRequest;
import io.tillbot.core.billing.request.WriteRequest.CancellationTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the document leaves open, each point with all its settings. */
final class RulesTest {
  private Meeting meeting;

  @BeforeEach
  void meet() {
    meeting = new Meeting();
  }

  @AfterEach
  void balanceAndPart() {
    Ledger.assertBalanced(meeting);
    meeting.close();
  }

  @Test
  void everyRuleThatCanBeSwitchedHasATestHere() {
    assertThat(Rule.class.getPermittedSubclasses())
        .containsExactlyInAnyOrder(
            Rule.ServerIds.class,
            Rule.InvoiceIds.class,
            Rule.NewContact.class,
            Rule.CancellationForm.class,
            // In MoneyJourneyTest.
            Rule.CreditAnswer.class,
            Rule.MassPayAnswer.class,
            Rule.MassPayListing.class,
            // In MoneyJourneyTest.
            Rule.DueInvoiceCredit.class,
            Rule.MissingProfileFields.class,
            Rule.ResetDebug.class);
  }

  @ParameterizedTest
  @CsvSource({"SERVER, SERVER_ID", "BILLING_ACCOUNT, ACCOUNT_ID"})
  void aServerIsFoundByTheNumberThatTheApiMeans(Rule.ServerIds meaning, ServerNumbering numbering) {
    use(meaning);
    BillingApi api = meeting.demo(Dialect.defaults().withServerNumber(numbering));

    assertThat(Meeting.done(api.writes().deleteCancellationRequest(undo(52))).productId())
        .isEqualTo(7052);
    Meeting.done(api.writes().requestSubscriptionCancellation(endSubscription(43)));
    List<Transaction> payments =
        Meeting.done(
            api.reads().transactions(new ReadRequest.Transactions(null, null, server(54))));

    assertThat(meeting.row(Cancellation.class, 52)).isEmpty();
    assertThat(meeting.row(Server.class, 43).orElseThrow().subscription())
        .isEqualTo(Subscription.ENDING);
    assertThat(payments).hasSize(6);
  }

  @ParameterizedTest
  @CsvSource({"SERVER, ACCOUNT_ID", "BILLING_ACCOUNT, SERVER_ID"})
  void anotherNumberThanTheApiMeansIsRefusedAndHitsNothing(
      Rule.ServerIds meaning, ServerNumbering numbering) {
    use(meaning);
    var before = meeting.page();
    BillingApi api = meeting.demo(Dialect.defaults().withServerNumber(numbering));

    assertThat(
            List.of(
                api.writes().deleteCancellationRequest(undo(52)),
                api.writes().requestSubscriptionCancellation(endSubscription(43)),
                api.reads().transactions(new ReadRequest.Transactions(null, null, server(54)))))
        .allMatch(ApiResult.Refused.class::isInstance);
    assertThat(meeting.page()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(
      value = FaultKind.class,
      names = {"SERVER_ERROR", "HTML_PAGE", "RESET_AFTER", "TRUNCATED_JSON", "UNAVAILABLE"})
  void aWriteWhoseServerNumberCannotBeFoundIsNotSent(FaultKind kind) {
    use(Rule.ServerIds.BILLING_ACCOUNT);
    meeting.sandbox().add(Fault.of(kind).on("get_billing_data"));
    BillingApi api = meeting.demo(Dialect.defaults().withServerNumber(ServerNumbering.ACCOUNT_ID));

    assertThat(api.writes().deleteCancellationRequest(undo(52)))
        .isEqualTo(new ApiResult.NotSent<>(NotSentCause.NOT_PREPARED, null));
    assertThat(meeting.sandbox().received("delete_cancellation_request")).isZero();
  }

  @ParameterizedTest
  @CsvSource({"PER_LOCATION, 123", "GLOBAL, 5123"})
  void anInvoiceOfAnotherLocationIsThatOne(Rule.InvoiceIds ids, int elsewhere) {
    try (Meeting other = new Meeting(Switches.defaults().with(ids))) {
      Location com = new Location("whmcs_com");

      Invoice here = invoiceOf(other, 123, null);
      Invoice there = invoiceOf(other, elsewhere, com);
      InvoiceList list =
          Meeting.done(other.demo().reads().getInvoices(new ReadRequest.GetInvoices(com)));

      assertThat(here).isEqualTo(truth(other, "whmcs_eu", 123));
      assertThat(there).isEqualTo(truth(other, "whmcs_com", elsewhere));
      assertThat(Objects.requireNonNull(there.total()).currency())
          .isEqualTo(new CurrencyCode("USD"));
      assertThat(list)
          .isEqualTo(other.books(view -> new Truth(view).invoices(Truth.DEMO_ELSEWHERE)));
      assertThat(list.invoices()).extracting(InvoiceSummary::id).contains(there.id());
      Ledger.assertBalanced(other);
    }
  }

  private static Invoice invoiceOf(Meeting other, int id, @Nullable Location location) {
    return Meeting.done(
        other.demo().reads().getInvoice(ReadRequest.GetInvoice.of(invoice(id), location)));
  }

  private static Invoice truth(Meeting other, String location, int id) {
    return other.books(view -> new Truth(view).invoice(new InvoiceKey(location, id)));
  }

  @ParameterizedTest
  @EnumSource
  void theContactAskedForIsMadeWithTheUsualType(Rule.NewContact rule) {
    use(rule);

    WriteAnswer.ContactAdded added =
        Meeting.done(meeting.demo().writes().addContact(PortMethod.contact("lena@example.com")));

    assertThat(emailOf(added)).isEqualTo("lena@example.com");
  }

  @ParameterizedTest
  @CsvSource({"ZERO_IS_RANDOM, contact60001@random.example", "AS_ASKED, lena@example.com"})
  void withoutATypeAReadTellsWhichContactWasMade(Rule.NewContact rule, String email) {
    use(rule);
    BillingApi api = meeting.demo(Dialect.defaults().withContactType(null));

    WriteAnswer.ContactAdded added =
        Meeting.done(api.writes().addContact(PortMethod.contact("lena@example.com")));

    assertThat(emailOf(added)).isEqualTo(email);
    assertThat(Meeting.done(api.reads().getContacts(new ReadRequest.GetContacts(null))).contacts())
        .filteredOn(contact -> contact.id().equals(added.contact()))
        .singleElement()
        .satisfies(contact -> assertThat(contact.email()).isEqualTo(email));
  }

  private String emailOf(WriteAnswer.ContactAdded added) {
    int id = (int) added.contact().value();
    return meeting.row(Contact.class, id).orElseThrow().email();
  }

  @ParameterizedTest
  @CsvSource({
    "DOCUMENTED, DOCUMENTED",
    "DOCUMENTED, BOTH",
    "VENDOR_TOOLS, VENDOR_TOOLS",
    "VENDOR_TOOLS, BOTH",
    "EITHER, DOCUMENTED",
    "EITHER, VENDOR_TOOLS",
    "EITHER, BOTH"
  })
  void theReasonOfACancellationArrives(Rule.CancellationForm form, CancellationReason naming) {
    use(form);

    Meeting.done(cancelIn(naming));

    assertThat(meeting.row(Cancellation.class, 42).orElseThrow().reason())
        .isEqualTo("No longer needed");
  }

  @Test
  void aCancellationWithoutThePinThatTheApiInsistsOnIsRefused() {
    use(Rule.CancellationForm.VENDOR_TOOLS);

    assertThat(cancelIn(CancellationReason.DOCUMENTED))
        .isEqualTo(new ApiResult.Refused<>(new Refusal("-1", "pin is required", List.of())));
    assertThat(meeting.row(Cancellation.class, 42)).isEmpty();
  }

  private ApiResult<WriteAnswer.Acknowledged> cancelIn(CancellationReason naming) {
    return meeting
        .demo(Dialect.defaults().withCancellationReason(naming))
        .writes()
        .requestCancellation(cancel(42, CancellationTime.END_OF_PERIOD));
  }

  @ParameterizedTest
  @CsvSource({
    "NEW_INVOICE, LISTED, 10000, true",
    "NEW_INVOICE, HIDDEN, 10000, false",
    "FIRST_OF_INPUT, LISTED, 101, true",
    "FIRST_OF_INPUT, HIDDEN, 101, false"
  })
  void aMassPaymentIsToldAsTheApiTellsIt(
      Rule.MassPayAnswer answer, Rule.MassPayListing listing, int told, boolean listed) {
    use(answer, listing);
    BillingApi api = meeting.demo();

    InvoiceId combined = Meeting.done(api.writes().massPay(massPay(101, 102))).invoice();

    assertThat(combined).isEqualTo(invoice(told));
    InvoiceList list = Meeting.done(api.reads().getInvoices(new ReadRequest.GetInvoices(null)));
    assertThat(list.invoices().stream().anyMatch(row -> row.id().equals(invoice(10_000))))
        .isEqualTo(listed);
    assertThat(list.isCutShort()).isFalse();
    assertThat(invoiceOf(meeting, 10_000, null).status()).isEqualTo(InvoiceStatus.UNPAID);
  }

  @ParameterizedTest
  @EnumSource
  void aProfileThatIsSentWholeStaysWhole(Rule.MissingProfileFields rule) {
    use(rule);
    BillingApi api = meeting.demo();
    var before = Meeting.done(api.reads().getClient(ReadRequest.GetClient.ownInFull())).profile();

    Meeting.done(
        api.writes()
            .updateClient(
                new WriteRequest.UpdateClient(
                    new ClientId(1001),
                    new Location("whmcs_eu"),
                    before.get("email"),
                    "Dina",
                    before.get("lastname"),
                    before.get("co_smsnum"),
                    before.get("ips"),
                    before.get("co_customertype"),
                    null,
                    null)));

    var after = Meeting.done(api.reads().getClient(ReadRequest.GetClient.ownInFull())).profile();
    assertThat(after).containsEntry("firstname", "Dina").containsEntry("fullname", "Dina Customer");
    assertThat(before.keySet()).isEqualTo(after.keySet());
    assertThat(before.keySet())
        .filteredOn(name -> !Objects.equals(before.get(name), after.get(name)))
        .containsExactlyInAnyOrder("firstname", "fullname");
  }

  @ParameterizedTest
  @CsvSource({"KEPT, +31.205550100", "CLEARED, ''"})
  void aProfileFieldThatIsNotSentIsSeenToBeKeptOrGone(Rule.MissingProfileFields rule, String left) {
    use(rule);

    Meeting.done(meeting.demo().writes().updateClient(PortMethod.update("demo@example.com")));

    assertThat(meeting.row(Client.class, Truth.DEMO).orElseThrow().profile().phone())
        .isEqualTo(left);
    assertThat(
            Meeting.done(meeting.demo().reads().getClient(ReadRequest.GetClient.ownInFull()))
                .profile())
        .containsEntry("co_smsnum", left);
  }

  @ParameterizedTest
  @EnumSource
  void theMailedCodeNeverComesOutOfAnAnswer(Rule.ResetDebug rule) {
    use(rule);

    WriteAnswer.PasswordResetStarted started =
        Meeting.done(
            meeting.demo().writes().resetPassword(PortMethod.reset("demo@example.com", null)));

    assertThat(started.message())
        .isEqualTo("Password reset link was sent to the registered email.");
    assertThat(started.toString()).doesNotContain(meeting.sandbox().mail().getFirst().code());
  }

  private void use(Choice... choices) {
    meeting.sandbox().use(Switches.defaults().with(choices));
  }
}
