package io.tillbot.app.sandboxed;

import static io.tillbot.app.sandboxed.PortMethod.cancel;
import static io.tillbot.app.sandboxed.PortMethod.credit;
import static io.tillbot.app.sandboxed.PortMethod.funds;
import static io.tillbot.app.sandboxed.PortMethod.invoice;
import static io.tillbot.app.sandboxed.PortMethod.massPay;
import static io.tillbot.app.sandboxed.PortMethod.server;
import static io.tillbot.app.sandboxed.PortMethod.undo;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.adapter.sandbox.book.Invoice;
import io.tillbot.adapter.sandbox.book.InvoiceKey;
import io.tillbot.adapter.sandbox.choice.Rule;
import io.tillbot.adapter.sandbox.choice.Switches;
import io.tillbot.adapter.sandbox.rule.GatewayDesk;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.ApiResult.UnknownCause;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.BillingWrites;
import io.tillbot.core.billing.Refusal;
import io.tillbot.core.billing.model.CurrencyCode;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.model.InvoiceSummary;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.billing.request.WriteRequest;
import io.tillbot.core.billing.request.WriteRequest.CancellationTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Money on its way through the client; afterwards the sandbox's books balance to the cent. */
final class MoneyJourneyTest {
  private static final CurrencyCode EUR = new CurrencyCode("EUR");

  private Meeting meeting;
  private BillingReads reads;
  private BillingWrites writes;

  @BeforeEach
  void meet() {
    meeting = new Meeting();
    reads = meeting.demo().reads();
    writes = meeting.demo().writes();
  }

  @AfterEach
  void balanceAndPart() {
    Ledger.assertBalanced(meeting);
    meeting.close();
  }

  @Test
  void creditPaysAnInvoiceInTwoPartsAndNotAThirdTime() {
    // 40.00 and 21 % tax, 10.00 paid before.
    assertThat(told(103).balance()).isEqualTo(euro("38.40"));

    Meeting.done(writes.applyCredit(credit(103, "8.40")));
    assertThat(told(103).balance()).isEqualTo(euro("30.00"));
    assertThat(told(103).credit()).isEqualTo(euro("8.40"));
    assertThat(told(103).status()).isEqualTo(InvoiceStatus.UNPAID);
    assertThat(creditLeft()).isEqualTo(euro("142.10"));

    // More than is owed: only what is owed is taken.
    Meeting.done(writes.applyCredit(credit(103, "99.99")));
    assertThat(told(103).balance()).isEqualTo(euro("0"));
    assertThat(told(103).status()).isEqualTo(InvoiceStatus.PAID);
    assertThat(creditLeft()).isEqualTo(euro("112.10"));

    assertThat(writes.applyCredit(credit(103, "1.00")))
        .isEqualTo(refused("invalid invoice id 103 at whmcs_eu status - Paid"));
    assertThat(creditLeft()).isEqualTo(euro("112.10"));
  }

  @Test
  void creditIsSpentToTheLastCentAndNoFurther() {
    // 100.00 and 21 % tax: 121.00 of 150.50.
    Meeting.done(writes.applyCredit(credit(123, "121.00")));
    assertThat(creditLeft()).isEqualTo(euro("29.50"));

    Meeting.done(writes.applyCredit(credit(102, "54.45")));
    assertThat(told(102).balance()).isEqualTo(euro("24.95"));
    assertThat(creditLeft()).isEqualTo(euro("0"));

    assertThat(writes.applyCredit(credit(103, "1.00")))
        .isEqualTo(refused("insufficient credit at whmcs_eu"));
  }

  @Test
  void aMassPaymentPaysItsOriginalsWhenItIsPaid() {
    Money owed = told(101).balance().plus(told(102).balance());

    InvoiceId combined = Meeting.done(writes.massPay(massPay(101, 102))).invoice();

    assertThat(told(combined).balance()).isEqualTo(owed);
    assertThat(told(101).status()).isEqualTo(InvoiceStatus.UNPAID);
    assertThat(creditLeft()).isEqualTo(euro("150.50"));
    assertThat(writes.massPay(massPay((int) combined.value(), 103)))
        .isInstanceOf(ApiResult.Refused.class);

    // Partly by credit, the rest by a gateway.
    Meeting.done(
        writes.applyCredit(new WriteRequest.ApplyCredit(combined, euro("50.00").amount())));
    assertThat(meeting.sandbox().pay("whmcs_eu", (int) combined.value()))
        .isEqualTo(GatewayDesk.Outcome.PAID);

    for (InvoiceId paid : List.of(combined, invoice(101), invoice(102))) {
      assertThat(told(paid).status()).isEqualTo(InvoiceStatus.PAID);
      assertThat(told(paid).balance()).isEqualTo(euro("0"));
    }
    assertThat(creditLeft()).isEqualTo(euro("100.50"));
  }

  @Test
  void whatAMassPaymentNoLongerNeedsBecomesCredit() {
    InvoiceId combined = Meeting.done(writes.massPay(massPay(101, 102))).invoice();
    Money first = told(101).balance();
    Meeting.done(writes.applyCredit(credit(101, "999")));
    Money left = creditLeft();

    meeting.sandbox().pay("whmcs_eu", (int) combined.value());

    assertThat(creditLeft()).isEqualTo(left.plus(first));
    assertThat(told(102).status()).isEqualTo(InvoiceStatus.PAID);
  }

  @Test
  void aTopUpBecomesCreditWhenItIsPaidAndCreditCannotPayIt() {
    InvoiceSummary made = Meeting.done(writes.createAddFunds(funds("25.50"))).invoice();

    assertThat(made.total()).isEqualTo(euro("25.50"));
    assertThat(creditLeft()).isEqualTo(euro("150.50"));
    assertThat(writes.applyCredit(new WriteRequest.ApplyCredit(made.id(), euro("5").amount())))
        .isInstanceOf(ApiResult.Refused.class);

    meeting.sandbox().pay("whmcs_eu", (int) made.id().value());

    assertThat(creditLeft()).isEqualTo(euro("176.00"));
    assertThat(told(made.id()).status()).isEqualTo(InvoiceStatus.PAID);
  }

  @Test
  void aDueInvoiceIsMadeOnceAndPaidByCredit() {
    WriteRequest.GenerateDueInvoice request = new WriteRequest.GenerateDueInvoice(server(53));
    InvoiceSummary made = Meeting.done(writes.generateDueInvoice(request)).invoices().getFirst();

    assertThat(made.total()).isEqualTo(euro("36.29"));
    assertThat(told(made.id()).balance()).isEqualTo(euro("36.29"));
    assertThat(creditLeft()).isEqualTo(euro("150.50"));
    assertThat(writes.generateDueInvoice(request))
        .isEqualTo(refused("next_invoice_blocked_by_unpaid_invoice"));

    Meeting.done(
        writes.applyCredit(new WriteRequest.ApplyCredit(made.id(), euro("36.29").amount())));

    assertThat(told(made.id()).status()).isEqualTo(InvoiceStatus.PAID);
    assertThat(creditLeft()).isEqualTo(euro("114.21"));
    assertThat(related(53)).containsExactly(made.id());
  }

  @Test
  void aDueInvoiceThatTakesCreditAtOnceSaysSo() {
    meeting.sandbox().use(Switches.defaults().with(Rule.DueInvoiceCredit.APPLIED));
    WriteRequest.GenerateDueInvoice request = new WriteRequest.GenerateDueInvoice(server(53));

    InvoiceSummary made = Meeting.done(writes.generateDueInvoice(request)).invoices().getFirst();

    assertThat(made.status()).isEqualTo(InvoiceStatus.PAID);
    assertThat(told(made.id()).credit()).isEqualTo(euro("36.29"));
    assertThat(creditLeft()).isEqualTo(euro("114.21"));
  }

  @Test
  void aCancellationAtTheEndMovesNoMoneyAndIsUndone() {
    Meeting.done(writes.requestCancellation(cancel(42, CancellationTime.END_OF_PERIOD)));

    assertThat(writes.requestCancellation(cancel(42, CancellationTime.IMMEDIATE)))
        .isEqualTo(refused("cancellation request already exists"));
    assertThat(cancelled()).containsExactlyInAnyOrder(7042L, 7052L);
    assertThat(told(123).status()).isEqualTo(InvoiceStatus.UNPAID);
    assertThat(creditLeft()).isEqualTo(euro("150.50"));

    Meeting.done(writes.deleteCancellationRequest(undo(42)));

    assertThat(cancelled()).containsExactly(7052L);
    assertThat(writes.deleteCancellationRequest(undo(42))).isInstanceOf(ApiResult.Refused.class);
  }

  @Test
  void aCancellationNowRefundsTheUnusedDaysAndUndoTakesThemBack() {
    Money before = creditLeft();

    Meeting.done(writes.requestCancellation(cancel(42, CancellationTime.IMMEDIATE)));

    // 79.00 and 21 % tax for 25 September to 24 October, which are 30 days; 9 are unused.
    assertThat(creditLeft()).isEqualTo(before.plus(euro("28.68")));
    assertThat(told(123).status()).isEqualTo(InvoiceStatus.CANCELLED);
    assertThat(status(42)).isEqualTo("Cancelled");
    assertThat(writes.applyCredit(credit(123, "5.00")))
        .isEqualTo(refused("invalid invoice id 123 at whmcs_eu status - Cancelled"));
    Ledger.assertBalanced(meeting);

    Meeting.done(writes.deleteCancellationRequest(undo(42)));

    assertThat(creditLeft()).isEqualTo(before);
    assertThat(told(123).status()).isEqualTo(InvoiceStatus.UNPAID);
    assertThat(status(42)).isEqualTo("Active");
  }

  @Test
  void aRefundThatIsSpentCannotBeTakenBack() {
    Meeting.done(writes.requestCancellation(cancel(43, CancellationTime.IMMEDIATE)));
    Meeting.done(writes.applyCredit(credit(123, "121.00")));
    Meeting.done(writes.applyCredit(credit(103, "38.40")));

    assertThat(writes.deleteCancellationRequest(undo(43)))
        .isEqualTo(refused("the refund of the cancellation has been spent"));
    assertThat(status(43)).isEqualTo("Cancelled");
  }

  @ParameterizedTest
  @EnumSource(names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
  void aSuccessThatTellsOfAFailureIsUnknownUntilItIsRead(Rule.CreditAnswer answer) {
    meeting.sandbox().use(Switches.defaults().with(answer));

    ApiResult<?> result = writes.applyCredit(credit(103, "8.40"));

    assertThat(result).isEqualTo(new ApiResult.Unknown<>(UnknownCause.CONTRADICTORY_ANSWER));
    assertThat(meeting.sandbox().received("apply_credit")).isEqualTo(1);
    boolean applied = answer == Rule.CreditAnswer.FAILED_BUT_APPLIED;
    assertThat(told(103).balance()).isEqualTo(euro(applied ? "30.00" : "38.40"));
    assertThat(creditLeft()).isEqualTo(euro(applied ? "142.10" : "150.50"));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void theBooksBalanceInWhateverShapeTheAnswersCome(int number) {
    meeting.sandbox().use(Meeting.shapes(number));

    Meeting.done(writes.applyCredit(credit(103, "0.01")));
    InvoiceId combined = Meeting.done(writes.massPay(massPay(101, 102))).invoice();
    InvoiceSummary funds = Meeting.done(writes.createAddFunds(funds("1234.56"))).invoice();
    assertThat(funds.total()).isEqualTo(euro("1234.56"));
    meeting.sandbox().pay("whmcs_eu", (int) funds.id().value());
    assertThat(creditLeft()).isEqualTo(euro("1385.05"));
    meeting.sandbox().pay("whmcs_eu", (int) combined.value());
    Meeting.done(writes.requestCancellation(cancel(42, CancellationTime.IMMEDIATE)));
    assertThat(creditLeft()).isEqualTo(euro("1413.73"));
    Meeting.done(writes.deleteCancellationRequest(undo(42)));
    Meeting.done(writes.generateDueInvoice(new WriteRequest.GenerateDueInvoice(server(53))));

    assertThat(creditLeft()).isEqualTo(euro("1385.05"));
    assertThat(booked(103).balance()).isEqualByComparingTo("38.39");
    assertThat(booked(101).balance()).isEqualByComparingTo("0");
  }

  static IntStream numbers() {
    return ShapesTest.numbers();
  }

  private io.tillbot.core.billing.model.Invoice told(int id) {
    return told(invoice(id));
  }

  private io.tillbot.core.billing.model.Invoice told(InvoiceId id) {
    return Meeting.done(reads.getInvoice(ReadRequest.GetInvoice.of(id, null)));
  }

  private Invoice booked(int id) {
    return meeting.row(Invoice.class, new InvoiceKey("whmcs_eu", id)).orElseThrow();
  }

  private Money creditLeft() {
    return Meeting.done(reads.getCredits(new ReadRequest.GetCredits())).in(EUR);
  }

  private String status(int id) {
    return String.valueOf(
        Meeting.done(reads.getBillingData(ReadRequest.GetBillingData.of(server(id)))).status());
  }

  private List<Long> cancelled() {
    return Meeting.done(
            reads.getCancellationRequests(
                new ReadRequest.GetCancellationRequests(null, null, null, null, null)))
        .stream()
        .map(row -> row.account().value())
        .toList();
  }

  private List<InvoiceId> related(int id) {
    return Meeting.done(reads.getRelatedInvoices(ReadRequest.GetRelatedInvoices.of(server(id))))
        .stream()
        .map(InvoiceSummary::id)
        .toList();
  }

  private static Money euro(String amount) {
    return Money.of(amount, "EUR");
  }

  private static ApiResult<?> refused(String message) {
    return new ApiResult.Refused<>(new Refusal("-1", message, List.of()));
  }
}
