package io.tillbot.core.credit;

import static io.tillbot.core.Samples.eur;
import static io.tillbot.core.Samples.list;
import static io.tillbot.core.Samples.unpaid;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.Samples;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.ApiResult.UnknownCause;
import io.tillbot.core.billing.model.AccountId;
import io.tillbot.core.billing.model.Invoice;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.InvoiceLine;
import io.tillbot.core.billing.model.InvoiceList;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.model.InvoiceSummary;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.billing.model.WriteAnswer;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.billing.request.WriteRequest;
import io.tillbot.core.reply.Form;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MassPayCommandTest {
  private static final InvoiceSummary[] TWO = {
    unpaid(101, "2026-11-30", "48.40", "EUR"), unpaid(102, "2026-11-01", "36.29", "EUR")
  };

  private static final WriteAnswer.CombinedInvoiceCreated NEW =
      new WriteAnswer.CombinedInvoiceCreated(new InvoiceId(555));
  private static final WriteAnswer.CombinedInvoiceCreated AN_ORIGINAL =
      new WriteAnswer.CombinedInvoiceCreated(new InvoiceId(101));

  private final TestBot bot = TestBot.linked();

  @Test
  void thePreviewSaysThatNoMoneyMovesUntilTheNewInvoiceIsPaid() {
    look(payable(101), payable(102));
    Outcome preview = bot.say("/mass-pay 101, 102");
    assertThat(preview).isInstanceOf(Outcome.NeedsConfirmation.class);
    assertThat(Words.of(preview.reply().body())).containsExactly("mass-pay.moves-nothing");
    assertThat(Words.field(preview.reply(), "field.total")).contains("100.00 EUR");
  }

  @Test
  void theSameInvoiceTwiceIsOne() {
    bot.billing().gives(ReadRequest.GetInvoices.class, list(TWO));
    Outcome refused = bot.say("/mass-pay 101 #101");
    assertThat(refused).isInstanceOf(Outcome.Refused.class);
    assertThat(Words.of(refused.reply().body())).containsExactly("mass-pay.least");
  }

  @Test
  void moreThanAChatCanShowAreRefused() {
    String many = String.join(" ", IntStream.rangeClosed(1, 26).mapToObj(String::valueOf).toList());
    assertThat(Words.of(bot.say("/mass-pay " + many).reply().body()))
        .containsExactly("input.option(ids, input.too-many-ids(25))");
  }

  @Test
  void withoutIdsItAsksAmongTheUnpaidOnesOfOneCurrencyTheLongestDueFirst() {
    bot.billing()
        .gives(
            ReadRequest.GetInvoices.class,
            list(TWO[0], TWO[1], unpaid(103, "2026-10-01", "9.00", "USD")))
        .gives(ReadRequest.GetInvoice.class, payable(102))
        .gives(ReadRequest.GetInvoice.class, payable(101));
    Outcome asked = bot.say("/mass-pay");
    assertThat(asked)
        .isInstanceOfSatisfying(
            Outcome.NeedsInput.class,
            input ->
                assertThat(input.form().questions().getFirst())
                    .isInstanceOfSatisfying(
                        Form.Selection.class,
                        selection -> {
                          assertThat(selection.least()).isEqualTo(2);
                          assertThat(selection.choices())
                              .extracting(Form.Option::id)
                              .containsExactly("102", "101");
                        }));
    assertThat(Words.of(asked.reply().notes())).containsExactly("mass-pay.one-currency-shown");
  }

  @Test
  void whatCannotBeCombinedIsNotOfferedFirstAndRefusedThen() {
    bot.billing()
        .gives(
            ReadRequest.GetInvoices.class,
            list(TWO[0], TWO[1], unpaid(124, "2026-10-01", "25.00", "EUR")))
        .gives(ReadRequest.GetInvoice.class, with(payable(124), "AddFunds", null))
        .gives(ReadRequest.GetInvoice.class, payable(102))
        .gives(ReadRequest.GetInvoice.class, payable(101));
    Outcome asked = bot.say("/mass-pay");
    assertThat(Words.field(asked.reply(), "field.try")).contains("/mass-pay 102 101");
    assertThat(asked.reply().notes()).isEmpty();
  }

  @Test
  void theAnswerIsTheSameAsTypingTheIds() {
    look(payable(101), payable(102));
    Outcome preview =
        bot.submit(TestBot.ANN, "mass-pay", Map.of(), Map.of("ids", "101 102")).outcome();
    assertThat(Words.of(preview.reply().title())).isEqualTo("mass-pay.subject(101, 102)");
  }

  @Test
  void withoutTwoUnpaidInvoicesThereIsNothingToAsk() {
    bot.billing()
        .gives(ReadRequest.GetInvoices.class, list(TWO[0]))
        .gives(ReadRequest.GetInvoice.class, payable(101));
    assertThat(Words.of(bot.say("/mass-pay").reply().body())).containsExactly("mass-pay.too-few");
  }

  @Test
  void eachInvoiceThatCannotBeCombinedIsNamed() {
    look(
        Samples.payable(101, InvoiceStatus.PAID, eur("0")),
        with(payable(102), "AddFunds", null),
        with(payable(103), "Invoice", 101L));
    Outcome refused = bot.say("/mass-pay 101 102 103");
    assertThat(refused).isInstanceOf(Outcome.Refused.class);
    assertThat(Words.of(refused.reply().body()))
        .containsExactly(
            "mass-pay.not-unpaid(101, invoice.status.paid)",
            "mass-pay.is-a-top-up(102)",
            "mass-pay.is-one-already(103)");
  }

  @Test
  void currenciesAndLocationsAreNotMixed() {
    look(
        payable(101),
        Samples.at(
            "whmcs_com", Samples.payable(102, InvoiceStatus.UNPAID, Money.of("1.00", "USD"))));
    assertThat(Words.of(bot.say("/mass-pay 101 102").reply().body()))
        .containsExactly("mass-pay.several-locations", "mass-pay.several-currencies");
  }

  @Test
  void theCardOffersToPayTheNewInvoice() {
    Outcome done = combined(new ApiResult.Done<>(NEW), combining(555), list(TWO));
    assertThat(done).isInstanceOf(Outcome.Answered.class);
    assertThat(Words.of(done.reply().title())).isEqualTo("mass-pay.done(555, 101, 102)");
    assertThat(Words.buttons(done.reply()))
        .containsExactly("/pay 555", "/pay-methods 555", "/invoice 555");
  }

  @Test
  void anAnswerThatNamesOneOfTheOriginalsIsVerified() {
    InvoiceList now = list(TWO[0], TWO[1], unpaid(555, "2026-11-23", "84.69", "EUR"));
    Outcome done = combined(new ApiResult.Done<>(AN_ORIGINAL), combining(555), now);
    assertThat(Words.of(done.reply().title())).isEqualTo("mass-pay.done(555, 101, 102)");
  }

  @Test
  void anAnswerThatNamesAnOriginalIsUnknownWhereTheNewOneIsHidden() {
    Outcome unknown = combined(new ApiResult.Done<>(AN_ORIGINAL), null, list(TWO));
    assertThat(unknown).isInstanceOf(Outcome.Unknown.class);
    assertThat(Words.of(unknown.reply().notes()))
        .startsWith("mass-pay.trace-names-an-original(101)");
  }

  @Test
  void anOriginalThatACutListDidNotShowIsNotTakenForTheNewOne() {
    InvoiceList cut = new InvoiceList(List.of(unpaid(900, "2026-11-30", "1.00", "EUR")), 12);
    bot.billing().always(ReadRequest.GetInvoices.class, new ApiResult.Done<>(cut));
    for (int look = 0; look < 2; look++) {
      bot.billing()
          .gives(ReadRequest.GetInvoice.class, payable(101))
          .gives(ReadRequest.GetInvoice.class, payable(102));
    }
    bot.billing().gives(WriteRequest.MassPay.class, AN_ORIGINAL);
    assertThat(bot.confirm("/mass-pay 101 102")).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void aNewNumberThatDoesNotShowWhatItCombinesIsNotBelieved() {
    Outcome unknown = combined(new ApiResult.Done<>(NEW), payable(555), list(TWO));
    assertThat(unknown).isInstanceOf(Outcome.Unknown.class);
    assertThat(Words.of(unknown.reply().notes())).startsWith("mass-pay.trace-names(555)");
  }

  @Test
  void aSilentInvoiceOverExactlyTheirSumIsTheirs() {
    Invoice silent =
        Samples.withLines(Samples.payable(555, InvoiceStatus.UNPAID, eur("100.00")), List.of());
    Invoice summed =
        new Invoice(
            silent.id(),
            silent.status(),
            null,
            null,
            null,
            null,
            null,
            null,
            eur("100.00"),
            eur("100.00"),
            silent.location(),
            null,
            List.of());
    assertThat(combined(new ApiResult.Done<>(NEW), summed, list(TWO)))
        .isInstanceOf(Outcome.Answered.class);
  }

  @Test
  void aLostAnswerIsDoneWhenANewInvoiceListsTheOthers() {
    InvoiceList now = list(TWO[0], TWO[1], unpaid(555, "2026-11-23", "84.69", "EUR"));
    Outcome done = combined(new ApiResult.Unknown<>(UnknownCause.TIMED_OUT), combining(555), now);
    assertThat(done).isInstanceOf(Outcome.Answered.class);
  }

  @Test
  void aLostAnswerIsUnknownWhenANewInvoiceIsOfSomethingElse() {
    InvoiceList now = list(TWO[0], TWO[1], unpaid(555, "2026-11-23", "84.69", "EUR"));
    Outcome unknown = combined(new ApiResult.Unknown<>(UnknownCause.TIMED_OUT), payable(555), now);
    assertThat(unknown).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void nothingIsSentWhenOneOfThemWasPaidMeanwhile() {
    look(payable(101), payable(102));
    look(payable(101), Samples.payable(102, InvoiceStatus.PAID, eur("0")));
    assertThat(bot.confirm("/mass-pay 101 102")).isInstanceOf(Outcome.Refused.class);
    assertThat(bot.billing().requests()).noneMatch(WriteRequest.MassPay.class::isInstance);
  }

  private Outcome combined(
      ApiResult<WriteAnswer.CombinedInvoiceCreated> said, @Nullable Invoice read, InvoiceList now) {
    look(payable(101), payable(102));
    look(payable(101), payable(102));
    bot.billing().on(WriteRequest.MassPay.class, said).gives(ReadRequest.GetInvoices.class, now);
    if (read != null) {
      bot.billing().gives(ReadRequest.GetInvoice.class, read);
    }
    Outcome outcome = bot.confirm("/mass-pay 101 102");
    assertThat(bot.billing().requests())
        .containsOnlyOnce(
            new WriteRequest.MassPay(List.of(new InvoiceId(101), new InvoiceId(102))));
    return outcome;
  }

  private void look(Invoice... invoices) {
    bot.billing().gives(ReadRequest.GetInvoices.class, list(TWO));
    for (Invoice invoice : invoices) {
      bot.billing().gives(ReadRequest.GetInvoice.class, invoice);
    }
  }

  private static Invoice payable(long id) {
    return Samples.payable(id, InvoiceStatus.UNPAID, eur("50.00"));
  }

  private static Invoice combining(long id) {
    List<InvoiceLine> lines = new ArrayList<>();
    for (long original : new long[] {101, 102}) {
      lines.add(new InvoiceLine(new AccountId(original), null, "Invoice", "", eur("50.00")));
    }
    return Samples.withLines(payable(id), lines);
  }

  private static Invoice with(Invoice invoice, String type, @Nullable Long relid) {
    AccountId account = relid == null ? null : new AccountId(relid);
    return Samples.withLines(
        invoice, List.of(new InvoiceLine(account, null, type, "", eur("50.00"))));
  }
}
