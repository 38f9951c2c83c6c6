package io.tillbot.core.credit;

import static io.tillbot.core.Samples.eur;
import static io.tillbot.core.Samples.payable;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.Press;
import io.tillbot.core.Samples;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.ApiResult.UnknownCause;
import io.tillbot.core.billing.model.AccountId;
import io.tillbot.core.billing.model.CreditBalance;
import io.tillbot.core.billing.model.Invoice;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.InvoiceLine;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.billing.model.WriteAnswer;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.billing.request.WriteRequest;
import io.tillbot.core.reply.Form;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PayCommandTest {
  private static final ApiResult<WriteAnswer.Acknowledged> SAID_DONE =
      new ApiResult.Done<>(new WriteAnswer.Acknowledged());

  private final TestBot bot = TestBot.linked();

  @Test
  void thePreviewShowsWhatWillBecomeOfBalanceAndCreditAndSendsNothing() {
    account("121.00", "150.50");
    Outcome preview = bot.say("/pay 123 50");
    assertThat(preview).isInstanceOf(Outcome.NeedsConfirmation.class);
    Reply card = preview.reply();
    assertThat(Words.of(card.title())).isEqualTo("pay.subject(50.00 EUR, 123)");
    assertThat(Words.field(card, "field.balance"))
        .contains("confirm.changed(121.00 EUR, 71.00 EUR)");
    assertThat(Words.field(card, "field.credit"))
        .contains("confirm.changed(150.50 EUR, 100.50 EUR)");
    assertThat(payments()).isEmpty();
  }

  @ParameterizedTest(name = "balance {0}, credit {1}")
  @CsvSource({"121.00, 150.50, 121.00", "121.00, 100.00, 100.00"})
  void withoutAnAmountItPaysWhatIsOpenOrWhatThereIs(String balance, String credit, String sent) {
    account(balance, credit);
    account(balance, credit);
    bot.billing().on(WriteRequest.ApplyCredit.class, new ApiResult.Refused<>(Samples.refusal("x")));
    bot.confirm("/pay 123");
    assertThat(payments())
        .containsExactly(new WriteRequest.ApplyCredit(new InvoiceId(123), eur(sent).amount()));
  }

  @Test
  void withoutAnAmountItAsksWhereTheBalanceIsNotTold() {
    account(payable(123, InvoiceStatus.UNPAID, null), "150.50");
    bot.billing().gives(ReadRequest.GetInvoices.class, Samples.list());
    Outcome asked = bot.say("/pay 123");
    assertThat(asked)
        .isInstanceOfSatisfying(
            Outcome.NeedsInput.class,
            input ->
                assertThat(input.form().questions())
                    .extracting(Form.Question::name)
                    .containsExactly("amount"));
  }

  @Test
  void theAnswerToTheQuestionForTheAmountIsPreviewed() {
    account(payable(123, InvoiceStatus.UNPAID, null), "150.50");
    bot.billing().gives(ReadRequest.GetInvoices.class, Samples.list());
    Outcome preview =
        bot.submit(TestBot.ANN, "pay", Map.of("invoice", "123"), Map.of("amount", "20")).outcome();
    assertThat(preview).isInstanceOf(Outcome.NeedsConfirmation.class);
    assertThat(Words.of(preview.reply().title())).isEqualTo("pay.subject(20.00 EUR, 123)");
  }

  @Test
  void moreThanIsOpenIsCappedAndSaidSo() {
    account("121.00", "150.50");
    Reply card = bot.say("/pay 123 500").reply();
    assertThat(Words.of(card.title())).isEqualTo("pay.subject(121.00 EUR, 123)");
    assertThat(Words.of(card.body())).containsExactly("pay.capped(500.00 EUR)");
  }

  @Test
  void aPaymentIsDoneWhenWhatLeftTheCreditArrivedOnTheInvoice() {
    account("121.00", "150.50");
    account("121.00", "150.50");
    bot.billing().on(WriteRequest.ApplyCredit.class, SAID_DONE);
    account("71.00", "100.50");
    Outcome done = bot.confirm("/pay 123 50");
    assertThat(done).isInstanceOf(Outcome.Answered.class);
    assertThat(Words.of(done.reply().title())).isEqualTo("pay.done(50.00 EUR, 123)");
    assertThat(Words.field(done.reply(), "field.balance")).contains("71.00 EUR");
  }

  @ParameterizedTest
  @EnumSource(UnknownCause.class)
  void aLostAnswerIsDoneWhenBothSidesShowIt(UnknownCause cause) {
    account("121.00", "150.50");
    account("121.00", "150.50");
    bot.billing().on(WriteRequest.ApplyCredit.class, new ApiResult.Unknown<>(cause));
    account("71.00", "100.50");
    assertThat(bot.confirm("/pay 123 50")).isInstanceOf(Outcome.Answered.class);
  }

  @ParameterizedTest(name = "balance {0}, credit {1} afterwards")
  @CsvSource({
    "121.00, 150.50", // nothing to be seen
    "71.00, 150.50", // somebody paid through a gateway
    "121.00, 100.50", // credit went elsewhere
    "91.00, 100.50" // both, but not the same
  })
  void aLostAnswerIsUnknownUntilBothSidesAgree(String balance, String credit) {
    account("121.00", "150.50");
    account("121.00", "150.50");
    bot.billing()
        .on(WriteRequest.ApplyCredit.class, new ApiResult.Unknown<>(UnknownCause.TIMED_OUT));
    account(balance, credit);
    Outcome unknown = bot.confirm("/pay 123 50");
    assertThat(unknown).isInstanceOf(Outcome.Unknown.class);
    assertThat(Words.buttons(unknown.reply())).contains("/invoice 123 --no-pdf", "/credit");
    assertThat(payments()).hasSize(1);
  }

  @Test
  void theContradictorySuccessOfTheDocumentIsNotReportedAsSuccess() {
    account("121.00", "150.50");
    account("121.00", "150.50");
    bot.billing()
        .on(
            WriteRequest.ApplyCredit.class,
            new ApiResult.Unknown<>(UnknownCause.CONTRADICTORY_ANSWER));
    account("121.00", "150.50");
    assertThat(bot.confirm("/pay 123 50")).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void aClearYesThatNoReadShowsIsUnknownToo() {
    account("121.00", "150.50");
    account("121.00", "150.50");
    bot.billing().on(WriteRequest.ApplyCredit.class, SAID_DONE);
    account("121.00", "150.50");
    Outcome unknown = bot.confirm("/pay 123 50");
    assertThat(unknown).isInstanceOf(Outcome.Unknown.class);
    assertThat(Words.of(unknown.reply().body())).contains("unknown.said-done-unproven");
  }

  @Test
  void anotherAmountThanAskedForIsSaid() {
    account("121.00", "150.50");
    account("121.00", "150.50");
    bot.billing().on(WriteRequest.ApplyCredit.class, SAID_DONE);
    account("91.00", "120.50");
    Reply card = bot.confirm("/pay 123 50").reply();
    assertThat(Words.of(card.title())).isEqualTo("pay.done(30.00 EUR, 123)");
    assertThat(Words.of(card.body())).containsExactly("pay.other-amount(30.00 EUR, 50.00 EUR)");
  }

  @Test
  void whatOthersSpendInTheSameMomentIsNotToldAsThisPayment() {
    account("121.00", "150.50");
    account("121.00", "150.50");
    bot.billing().on(WriteRequest.ApplyCredit.class, SAID_DONE);
    account("71.00", "10.50");
    Reply card = bot.confirm("/pay 123 50").reply();
    assertThat(Words.of(card.title())).isEqualTo("pay.done(50.00 EUR, 123)");
    assertThat(Words.of(card.notes())).containsExactly("pay.credit-fell-otherwise(140.00 EUR)");
  }

  @Test
  void aLostAnswerIsUnknownWhereTheBalanceIsNotToldAndSomebodyElseMayHavePaid() {
    for (int look = 0; look < 2; look++) {
      account(payable(123, InvoiceStatus.UNPAID, null), "150.50");
      bot.billing().gives(ReadRequest.GetInvoices.class, Samples.list());
    }
    bot.billing()
        .on(WriteRequest.ApplyCredit.class, new ApiResult.Unknown<>(UnknownCause.TIMED_OUT));
    account(payable(123, InvoiceStatus.PAID, null), "143.50");
    bot.billing().gives(ReadRequest.GetInvoices.class, Samples.list());
    assertThat(bot.confirm("/pay 123 50")).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void aCurrencyThatTheInvoiceDoesNotNameIsTheClients() {
    account(payable(123, InvoiceStatus.UNPAID, Money.of("121.00", "XXX")), "150.50");
    assertThat(Words.of(bot.say("/pay 123").reply().title()))
        .isEqualTo("pay.subject(121.00 EUR, 123)");
  }

  @Test
  void nothingIsPreviewedWhileItIsNotKnownWhetherTheNumberIsOfTwoLocations() {
    Invoice reached = payable(123, InvoiceStatus.UNPAID, eur("121.00"));
    account(Samples.at("whmcs_com", reached), "150.50");
    bot.billing().on(ReadRequest.GetInvoice.class, new ApiResult.Unknown<>(UnknownCause.TIMED_OUT));
    assertThat(bot.say("/pay 123")).isInstanceOf(Outcome.Unavailable.class);
  }

  @Test
  void theLocationThatWasAskedForIsThePreviewsWhateverTheApiCallsIt() {
    Invoice reached = payable(123, InvoiceStatus.UNPAID, eur("121.00"));
    account(Samples.at("whmcs", reached), "150.50");
    bot.billing().gives(ReadRequest.GetInvoice.class, reached);
    assertThat(bot.say("/pay 123 --location whmcs_eu"))
        .isInstanceOf(Outcome.NeedsConfirmation.class);
  }

  @Test
  void whoPressesTwiceIsNotToldToRunItAgain() {
    account("121.00", "150.50");
    TicketId ticket = ticket(bot.say("/pay 123 50"));
    bot.bot().stop(new Press(TestBot.ANN, Place.terminal(), ticket));
    assertThat(Words.of(bot.press(TestBot.ANN, ticket).reply().body()))
        .containsExactly("ticket.spent-what-to-do");
  }

  @Test
  void nothingIsSentWhenTheBalanceHasChangedSinceThePreview() {
    account("121.00", "150.50");
    account("100.00", "150.50");
    Outcome stale = bot.confirm("/pay 123 50");
    assertThat(stale).isInstanceOf(Outcome.Refused.class);
    assertThat(Words.field(stale.reply(), "fact.balance"))
        .contains("confirm.changed(121.00 EUR, 100.00 EUR)");
    assertThat(Words.buttons(stale.reply())).containsExactly("/pay 123 50");
    assertThat(payments()).isEmpty();
  }

  @Test
  void pressedTwiceItIsSentOnce() {
    account("121.00", "150.50");
    account("121.00", "150.50");
    bot.billing().on(WriteRequest.ApplyCredit.class, SAID_DONE);
    account("71.00", "100.50");
    TicketId ticket = ticket(bot.say("/pay 123 50"));
    assertThat(bot.press(TestBot.ANN, ticket)).isInstanceOf(Outcome.Answered.class);
    Outcome again = bot.press(TestBot.ANN, ticket);
    assertThat(Words.of(again.reply().title())).isEqualTo("ticket.gone");
    assertThat(payments()).hasSize(1);
  }

  @Test
  void aStrangersPressIsRefusedAndTheOwnersStillServes() {
    account("121.00", "150.50");
    account("121.00", "150.50");
    bot.billing().on(WriteRequest.ApplyCredit.class, SAID_DONE);
    account("71.00", "100.50");
    TicketId ticket = ticket(bot.say("/pay 123 50"));
    Outcome stranger = bot.press(Caller.local("eve"), ticket);
    assertThat(Words.of(stranger.reply().title())).isEqualTo("ticket.foreign");
    assertThat(payments()).isEmpty();
    assertThat(bot.press(TestBot.ANN, ticket)).isInstanceOf(Outcome.Answered.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = InvoiceStatus.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"UNPAID", "UNKNOWN"})
  void onlyAnUnpaidInvoiceIsPaid(InvoiceStatus status) {
    account(payable(123, status, eur("121.00")), "150.50");
    assertRefused("/pay 123", "pay.not-unpaid");
  }

  @Test
  void aTopUpIsNotPaidFromTheCreditThatItWouldRaise() {
    Invoice invoice = payable(123, InvoiceStatus.UNPAID, eur("121.00"));
    InvoiceLine topUp = new InvoiceLine(null, null, "AddFunds", "Add funds", eur("121.00"));
    account(Samples.withLines(invoice, List.of(topUp)), "150.50");
    assertRefused("/pay 123", "pay.is-a-top-up");
  }

  @Test
  void withoutCreditThereIsNothingToPayWith() {
    account("121.00", "0");
    assertRefused("/pay 123", "pay.no-credit");
  }

  @Test
  void creditPaysItsOwnCurrencyOnly() {
    account(payable(123, InvoiceStatus.UNPAID, Money.of("121.00", "USD")), "150.50");
    assertRefused("/pay 123", "pay.other-currency(USD, EUR)");
  }

  @Test
  void anInvoiceThatTheWriteWouldNotReachIsNotPaid() {
    account("121.00", "150.50");
    bot.billing()
        .gives(ReadRequest.GetInvoice.class, payable(123, InvoiceStatus.UNPAID, eur("5.00")));
    assertRefused("/pay 123 --location whmcs_com", "invoice.not-reachable(whmcs_com)");
  }

  @Test
  void aNumberOfTwoLocationsIsAskedFor() {
    Invoice reached = payable(123, InvoiceStatus.UNPAID, eur("121.00"));
    account(Samples.at("whmcs_com", reached), "150.50");
    bot.billing()
        .gives(ReadRequest.GetInvoice.class, payable(123, InvoiceStatus.UNPAID, eur("5.00")));
    Outcome asked = bot.say("/pay 123");
    assertThat(asked).isInstanceOf(Outcome.NeedsInput.class);
    assertThat(Words.of(asked.reply().body())).containsExactly("invoice.ambiguous");
  }

  @Test
  void aMassPaymentWhoseOriginalsArePaidAlreadySaysSoBeforeItTakesTheMoney() {
    Invoice combined = payable(555, InvoiceStatus.UNPAID, eur("121.00"));
    List<InvoiceLine> lines =
        List.of(
            new InvoiceLine(new AccountId(101), null, "Invoice", "", eur("50.00")),
            new InvoiceLine(new AccountId(102), null, "Invoice", "", eur("71.00")));
    account(Samples.withLines(combined, lines), "150.50");
    bot.billing()
        .gives(ReadRequest.GetInvoice.class, payable(101, InvoiceStatus.PAID, eur("0")))
        .gives(ReadRequest.GetInvoice.class, payable(102, InvoiceStatus.UNPAID, eur("71.00")));
    assertThat(Words.of(bot.say("/pay 555").reply().body()))
        .containsExactly("pay.originals-settled(101)");
  }

  @Test
  void anInvoiceUnderTwoNamesOfOneLocationIsNoQuestion() {
    Invoice reached = payable(123, InvoiceStatus.UNPAID, eur("121.00"));
    account(Samples.at("whmcs", reached), "150.50");
    bot.billing().gives(ReadRequest.GetInvoice.class, reached);
    assertThat(bot.say("/pay 123")).isInstanceOf(Outcome.NeedsConfirmation.class);
  }

  private void assertRefused(String line, String why) {
    Outcome refused = bot.say(line);
    assertThat(refused).isInstanceOf(Outcome.Refused.class);
    assertThat(Words.of(refused.reply().body())).anyMatch(text -> text.startsWith(why));
    assertThat(payments()).isEmpty();
  }

  /** What one look at the account shows. */
  private void account(String balance, String credit) {
    account(
        payable(
            123, eur(balance).isZero() ? InvoiceStatus.PAID : InvoiceStatus.UNPAID, eur(balance)),
        credit);
  }

  private void account(Invoice invoice, String credit) {
    bot.billing()
        .always(ReadRequest.GetClient.class, new ApiResult.Done<>(Samples.client("EUR")))
        .gives(ReadRequest.GetCredits.class, new CreditBalance(new BigDecimal(credit)))
        .gives(ReadRequest.GetInvoice.class, invoice);
  }

  private static TicketId ticket(Outcome preview) {
    assertThat(preview).isInstanceOf(Outcome.NeedsConfirmation.class);
    return ((Outcome.NeedsConfirmation) preview).ticket();
  }

  private List<WriteRequest.ApplyCredit> payments() {
    return bot.billing().requests().stream()
        .filter(WriteRequest.ApplyCredit.class::isInstance)
        .map(WriteRequest.ApplyCredit.class::cast)
        .toList();
  }
}
