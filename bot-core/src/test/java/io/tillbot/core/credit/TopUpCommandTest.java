package io.tillbot.core.credit;

import static io.tillbot.core.Samples.eur;
import static io.tillbot.core.Samples.list;
import static io.tillbot.core.Samples.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.Samples;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.ApiResult.UnknownCause;
import io.tillbot.core.billing.model.Invoice;
import io.tillbot.core.billing.model.InvoiceLine;
import io.tillbot.core.billing.model.InvoiceList;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.model.InvoiceSummary;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.billing.model.WriteAnswer;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.billing.request.WriteRequest;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.Words;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TopUpCommandTest {
  private static final InvoiceSummary OLD = unpaid(100, "25.00");

  private final TestBot bot = TestBot.linked();

  @BeforeEach
  void thereIsOneInvoice() {
    bot.billing()
        .always(ReadRequest.GetClient.class, new ApiResult.Done<>(Samples.client("EUR")))
        .gives(ReadRequest.GetInvoices.class, list(OLD))
        .gives(ReadRequest.GetInvoices.class, list(OLD));
  }

  @Test
  void thePreviewSaysThatTheCreditRisesOnlyWhenTheInvoiceIsPaid() {
    Reply card = bot.say("/top-up 25").reply();
    assertThat(Words.of(card.title())).isEqualTo("top-up.subject(25.00 EUR)");
    assertThat(Words.of(card.body())).containsExactly("top-up.rises-when-paid");
  }

  @Test
  void automaticPaymentsAreSaidBeforeTheyAreTurnedOn() {
    Reply card = bot.say("/top-up 25 December servers --subscribe").reply();
    assertThat(Words.of(card.body())).contains("top-up.subscribes");
    assertThat(Words.field(card, "field.description")).contains("December servers");
  }

  @Test
  void whatIsSentIsWhatWasTyped() {
    says(new ApiResult.Refused<>(Samples.refusal("no")));
    bot.confirm("/top-up 25 December servers --subscribe");
    assertThat(bot.billing().requests())
        .contains(new WriteRequest.CreateAddFunds(new BigDecimal("25"), "December servers", true));
  }

  @Test
  void lessThanTheLeastIsRefusedBeforeAnythingIsRead() {
    Outcome refused = bot.say("/top-up 19.99");
    assertThat(refused).isInstanceOf(Outcome.Refused.class);
    assertThat(Words.of(refused.reply().body())).containsExactly("top-up.least(20)");
    assertThat(bot.billing().requests()).isEmpty();
  }

  @Test
  void theNewInvoiceCanBePaidFromItsCard() {
    says(new ApiResult.Done<>(new WriteAnswer.FundsInvoiceCreated(unpaid(101, "25.00"))));
    Outcome done = bot.confirm("/top-up 25");
    assertThat(Words.of(done.reply().title())).isEqualTo("top-up.done(101, 25.00 EUR)");
    assertThat(Words.buttons(done.reply())).containsExactly("/pay-methods 101", "/invoice 101");
  }

  @Test
  void aTotalThatWasNotAskedForIsSaid() {
    says(new ApiResult.Done<>(new WriteAnswer.FundsInvoiceCreated(unpaid(101, "30.00"))));
    assertThat(Words.of(bot.confirm("/top-up 25").reply().body())).contains("top-up.other-amount");
  }

  @Test
  void aLostAnswerIsDoneWhenOneInvoiceOfThatTotalIsNew() {
    says(new ApiResult.Unknown<>(UnknownCause.CONNECTION_LOST));
    afterwards(OLD, unpaid(101, "25.00"), unpaid(102, "99.00"));
    bot.billing().gives(ReadRequest.GetInvoice.class, of(101, "AddFunds"));
    Outcome done = bot.confirm("/top-up 25");
    assertThat(Words.of(done.reply().title())).isEqualTo("top-up.done(101, 25.00 EUR)");
  }

  @Test
  void aLostAnswerIsUnknownWhenNoneIsNewOrTwoAre() {
    says(new ApiResult.Unknown<>(UnknownCause.TIMED_OUT));
    afterwards(OLD);
    assertThat(bot.confirm("/top-up 25")).isInstanceOf(Outcome.Unknown.class);

    afterwards(OLD);
    bot.say("/billing-admin settle op-0000000001 not-done");
    thereIsOneInvoice();
    says(new ApiResult.Unknown<>(UnknownCause.TIMED_OUT));
    afterwards(OLD, unpaid(101, "25.00"), unpaid(102, "25.00"));
    bot.billing()
        .gives(ReadRequest.GetInvoice.class, of(102, "AddFunds"))
        .gives(ReadRequest.GetInvoice.class, of(101, "AddFunds"));
    Outcome unknown = bot.confirm("/top-up 25");
    assertThat(unknown).isInstanceOf(Outcome.Unknown.class);
    assertThat(Words.buttons(unknown.reply())).startsWith("/invoices unpaid");
  }

  @Test
  void anOldInvoiceOfACutListIsNotTakenForANewOne() {
    TestBot cut = TestBot.linked();
    cut.billing()
        .always(ReadRequest.GetClient.class, new ApiResult.Done<>(Samples.client("EUR")))
        .gives(ReadRequest.GetInvoices.class, new InvoiceList(List.of(OLD), 9))
        .gives(ReadRequest.GetInvoices.class, new InvoiceList(List.of(OLD), 9))
        .on(
            WriteRequest.CreateAddFunds.class,
            new ApiResult.Unknown<WriteAnswer.FundsInvoiceCreated>(UnknownCause.TIMED_OUT))
        .gives(
            ReadRequest.GetInvoices.class, new InvoiceList(List.of(unpaid(55, "25.00"), OLD), 9));
    assertThat(cut.confirm("/top-up 25")).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void aServicesInvoiceOfTheSameTotalProvesNothing() {
    says(new ApiResult.Unknown<>(UnknownCause.TIMED_OUT));
    afterwards(OLD, unpaid(101, "25.00"));
    bot.billing().gives(ReadRequest.GetInvoice.class, of(101, "Hosting"));
    assertThat(bot.confirm("/top-up 25")).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void anAnswerThatNamesAnOldInvoiceIsNotBelieved() {
    says(new ApiResult.Done<>(new WriteAnswer.FundsInvoiceCreated(OLD)));
    Outcome unknown = bot.confirm("/top-up 25");
    assertThat(unknown).isInstanceOf(Outcome.Unknown.class);
    assertThat(Words.of(unknown.reply().notes())).startsWith("top-up.trace-old(100)");
  }

  @Test
  void aSecondPreviewOfTheSameIsStaleOnceTheFirstHasMadeItsInvoice() {
    Outcome first = bot.say("/top-up 25");
    Outcome second = bot.say("/top-up 25");
    assertThat(second).isInstanceOf(Outcome.NeedsConfirmation.class);
    bot.billing().gives(ReadRequest.GetInvoices.class, list(OLD, unpaid(101, "25.00")));
    Outcome stale = bot.confirm(first);
    assertThat(stale).isInstanceOf(Outcome.Refused.class);
    assertThat(Words.field(stale.reply(), "fact.known-invoices"))
        .contains("confirm.changed(1, 100, 2, 101)");
  }

  private static Invoice of(long id, String type) {
    return Samples.withLines(
        Samples.payable(id, InvoiceStatus.UNPAID, eur("25.00")),
        List.of(new InvoiceLine(null, null, type, "", eur("25.00"))));
  }

  private void says(ApiResult<WriteAnswer.FundsInvoiceCreated> answer) {
    bot.billing().on(WriteRequest.CreateAddFunds.class, answer);
  }

  private void afterwards(InvoiceSummary... invoices) {
    bot.billing().gives(ReadRequest.GetInvoices.class, list(invoices));
  }

  private static InvoiceSummary unpaid(long id, String total) {
    Money money = eur(total);
    return row(id, InvoiceStatus.UNPAID, null, money, money);
  }
}
