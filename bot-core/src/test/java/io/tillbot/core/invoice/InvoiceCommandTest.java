package io.tillbot.core.invoice;

import static io.tillbot.core.Samples.eur;
import static io.tillbot.core.Samples.invoice;
import static io.tillbot.core.Samples.list;
import static io.tillbot.core.Samples.row;
import static io.tillbot.core.Samples.unpaid;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.Samples;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.model.Invoice;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.InvoiceList;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.model.Location;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.reply.Attachment;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.Words;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceCommandTest {
  private static final InvoiceId ID = new InvoiceId(123);
  private static final LocalDate TODAY = TestBot.TODAY;
  private static final Invoice UNPAID =
      invoice(InvoiceStatus.UNPAID, TODAY.plusDays(3), eur("36.29"), eur("30.29"));

  private final TestBot bot = TestBot.linked();

  @Test
  void theCardShowsWhatIsToBePaid() {
    Reply card = ask(UNPAID);
    assertThat(Words.of(card.title())).isEqualTo("invoice.title(123)");
    assertThat(card.tone()).isEqualTo(Tone.WARNING);
    assertThat(Words.field(card, "field.status")).contains("invoice.status.unpaid");
    assertThat(Words.field(card, "field.balance")).contains("30.29 EUR");
    assertThat(Words.field(card, "field.total")).contains("36.29 EUR");
    assertThat(Words.field(card, "field.due")).contains("2026-11-26");
    assertThat(Words.field(card, "field.paid")).isEmpty();
    assertThat(card.body()).isEmpty();
  }

  @Test
  void theLinesAreShownAndAnEmptyDescriptionIsItsType() {
    assertThat(Words.rows(ask(UNPAID)))
        .containsExactly(List.of("Server 42", "42", "29.99 EUR"), List.of("AddFunds", "", ""));
  }

  @Test
  void aServerOfALineIsOnePressAway() {
    assertThat(Words.buttons(ask(UNPAID))).contains("/server show 42");
  }

  @Test
  void thePdfIsAttachedUnderANameOfOurs() {
    Reply card = ask(UNPAID);
    assertThat(card.attachments()).containsExactly(new Attachment("invoice-123.pdf", Samples.PDF));
    assertThat(bot.billing().requests())
        .containsExactly(ReadRequest.GetInvoice.of(ID, null), ReadRequest.DownloadInvoice.of(ID));
  }

  @Test
  void theCustomersPersonalDataIsNotAskedFor() {
    ask(UNPAID);
    assertThat(((ReadRequest.GetInvoice) bot.billing().requests().getFirst()).loadClientData())
        .isFalse();
  }

  @Test
  void aPdfThatIsNotToBeHadLeavesTheCardWithANote() {
    bot.billing()
        .gives(ReadRequest.GetInvoice.class, UNPAID)
        .on(
            ReadRequest.DownloadInvoice.class,
            new ApiResult.Unknown<>(ApiResult.UnknownCause.TIMED_OUT));
    Outcome outcome = bot.say("/invoice 123");
    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    assertThat(outcome.reply().attachments()).isEmpty();
    assertThat(Words.of(outcome.reply().notes())).containsExactly("invoice.pdf-not-available");
    assertThat(Words.buttons(outcome.reply())).contains("/pdf 123");
  }

  @Test
  void withoutAPdfNoneIsDownloaded() {
    bot.billing().gives(ReadRequest.GetInvoice.class, UNPAID);
    Reply card = bot.say("/invoice 123 --no-pdf").reply();
    assertThat(bot.billing().requests()).containsExactly(ReadRequest.GetInvoice.of(ID, null));
    assertThat(card.notes()).isEmpty();
    assertThat(Words.buttons(card)).contains("/pdf 123");
  }

  @Test
  void theLocationIsPassedOnToBothReads() {
    bot.billing()
        .always(
            ReadRequest.GetInvoice.class,
            new ApiResult.Done<>(invoice(InvoiceStatus.UNKNOWN, null, null, null)))
        .always(ReadRequest.GetInvoices.class, new ApiResult.Done<>(list()));
    bot.say("/invoice 123 --location EU-Central --no-pdf");
    Location location = new Location("EU-Central");
    assertThat(bot.billing().requests())
        .startsWith(ReadRequest.GetInvoice.of(ID, location), new ReadRequest.GetInvoices(location));
  }

  @Test
  void anotherLocationsInvoiceNeverGetsThePdfOfOursWithTheSameNumber() {
    bot.billing()
        .gives(ReadRequest.GetInvoice.class, invoice(InvoiceStatus.PAID, TODAY, eur("9"), eur("0")))
        .gives(
            ReadRequest.GetInvoice.class,
            invoice(InvoiceStatus.UNPAID, TODAY, eur("121"), eur("121")));
    Reply card = bot.say("/invoice 123 --location whmcs_com").reply();
    assertThat(card.attachments()).isEmpty();
    assertThat(Words.of(card.notes())).containsExactly("invoice.pdf-elsewhere");
    assertThat(Words.buttons(card)).doesNotContain("/pdf 123");
  }

  @Test
  void ourOwnLocationNamedKeepsItsPdf() {
    Invoice same = invoice(InvoiceStatus.PAID, TODAY, eur("9"), eur("0"));
    bot.billing()
        .gives(ReadRequest.GetInvoice.class, same)
        .gives(ReadRequest.GetInvoice.class, same)
        .gives(ReadRequest.DownloadInvoice.class, Samples.PDF);
    Reply card = bot.say("/invoice 123 --location whmcs_eu").reply();
    assertThat(card.attachments()).hasSize(1);
  }

  @Test
  void aStatusThatIsNotToldIsTakenFromTheList() {
    Reply card =
        askWithGaps(
            invoice(InvoiceStatus.UNKNOWN, null, null, null),
            list(unpaid(122, "2026-01-01", "1", "USD"), unpaid(123, "2026-11-30", "36.29", "EUR")));
    assertThat(Words.field(card, "field.status")).contains("invoice.status.unpaid");
    assertThat(Words.field(card, "field.total")).contains("36.29 EUR");
    assertThat(Words.field(card, "field.balance")).contains("36.29 EUR");
    assertThat(Words.field(card, "field.due")).contains("2026-11-30");
  }

  @Test
  void whatTheInvoiceSaysItselfIsNotOverwritten() {
    Reply card =
        askWithGaps(
            invoice(InvoiceStatus.UNKNOWN, TODAY, eur("10"), eur("4")),
            list(unpaid(123, "2026-01-01", "36.29", "EUR")));
    assertThat(Words.field(card, "field.total")).contains("10.00 EUR");
    assertThat(Words.field(card, "field.balance")).contains("4.00 EUR");
    assertThat(Words.field(card, "field.due")).contains(TODAY.toString());
  }

  @Test
  void anInvoiceThatIsNotInTheListKeepsItsUnknownStatus() {
    Reply card =
        askWithGaps(
            invoice(InvoiceStatus.UNKNOWN, null, eur("10"), null),
            new InvoiceList(List.of(unpaid(122, "2026-01-01", "1", "EUR")), 500));
    assertThat(Words.field(card, "field.status")).contains("invoice.status.unknown");
    assertThat(card.tone()).isEqualTo(Tone.NEUTRAL);
  }

  @Test
  void aListThatFailsLeavesTheStatusUnknown() {
    bot.billing()
        .gives(ReadRequest.GetInvoice.class, invoice(InvoiceStatus.UNKNOWN, null, eur("1"), null))
        .on(ReadRequest.GetInvoices.class, new ApiResult.Refused<>(Samples.refusal("no")));
    Outcome outcome = bot.say("/invoice 123 --no-pdf");
    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    assertThat(Words.field(outcome.reply(), "field.status")).contains("invoice.status.unknown");
  }

  @Test
  void anInvoiceWithoutGapsIsReadOnce() {
    bot.billing().gives(ReadRequest.GetInvoice.class, UNPAID);
    bot.say("/invoice 123 --no-pdf");
    assertThat(bot.billing().requests()).hasSize(1);
  }

  @Test
  void aBalanceThatIsNotToldIsSaidSoAndNeverZero() {
    Reply card =
        askWithGaps(
            invoice(InvoiceStatus.PAID, TODAY, eur("36.29"), null),
            list(row(123, InvoiceStatus.PAID, null, eur("36.29"), null)));
    assertThat(Words.field(card, "field.balance")).contains("invoice.balance-not-told");
  }

  @Test
  void aBalanceThatOnlyTheListTellsIsShown() {
    Reply card =
        askWithGaps(
            invoice(InvoiceStatus.UNPAID, TODAY, eur("36.29"), null),
            list(unpaid(123, "2026-11-30", "34.50", "EUR")));
    assertThat(Words.field(card, "field.balance")).contains("34.50 EUR");
  }

  @Test
  void aCurrencyThatOnlyTheListTellsGoesToEveryAmount() {
    Reply card =
        askWithGaps(
            invoice(InvoiceStatus.UNKNOWN, null, Money.of("36.29", "XXX"), Money.of("6.29", "XXX")),
            list(unpaid(123, "2026-11-30", "36.29", "EUR")));
    assertThat(Words.field(card, "field.total")).contains("36.29 EUR");
    assertThat(Words.field(card, "field.balance")).contains("6.29 EUR");
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "23, 23", "400, 400"})
  void overdueIsDerivedAndTellsForHowLong(int daysAgo, String days) {
    Reply card = ask(invoice(InvoiceStatus.UNPAID, TODAY.minusDays(daysAgo), eur("1"), eur("1")));
    assertThat(card.tone()).isEqualTo(Tone.BAD);
    assertThat(Words.field(card, "field.status")).contains("invoice.status.overdue");
    assertThat(Words.of(card.body())).containsExactly("invoice.overdue(" + days + ")");
  }

  @Test
  void whatIsDueTodayIsNotOverdue() {
    Reply card = ask(invoice(InvoiceStatus.UNPAID, TODAY, eur("1"), eur("1")));
    assertThat(Words.field(card, "field.status")).contains("invoice.status.unpaid");
    assertThat(card.body()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PAID, paid, GOOD",
    "CANCELLED, cancelled, NEUTRAL",
    "REFUNDED, refunded, NEUTRAL",
    "COLLECTIONS, collections, BAD",
    "PAYMENT_PENDING, payment-pending, NEUTRAL",
    "DRAFT, draft, NEUTRAL"
  })
  void onlyWhatIsUnpaidIsOverdue(InvoiceStatus status, String word, Tone tone) {
    Reply card = ask(invoice(status, TODAY.minusDays(9), eur("1"), eur("0")));
    assertThat(Words.field(card, "field.status")).contains("invoice.status." + word);
    assertThat(card.tone()).isEqualTo(tone);
  }

  @ParameterizedTest
  @CsvSource({
    "/pdf 123, pdf.title(123), invoice-123.pdf",
    "/pdf INV-123, pdf.title(123), invoice-123.pdf"
  })
  void thePdfAloneIsAnAttachment(String line, String title, String file) {
    bot.billing().gives(ReadRequest.DownloadInvoice.class, Samples.PDF);
    Reply card = bot.say(line).reply();
    assertThat(Words.of(card.title())).isEqualTo(title);
    assertThat(card.attachments()).containsExactly(new Attachment(file, Samples.PDF));
    assertThat(Words.buttons(card)).containsExactly("/invoice 123 --no-pdf");
    assertThat(bot.billing().requests()).containsExactly(ReadRequest.DownloadInvoice.of(ID));
  }

  @Test
  void aProformaIsAskedForAndNamedAsOne() {
    bot.billing().gives(ReadRequest.DownloadInvoice.class, Samples.PDF);
    Reply card = bot.say("/pdf 123 --proforma").reply();
    assertThat(Words.of(card.title())).isEqualTo("pdf.proforma-title(123)");
    assertThat(card.attachments().getFirst().name()).isEqualTo("proforma-123.pdf");
    assertThat(bot.billing().requests()).containsExactly(ReadRequest.DownloadInvoice.proforma(ID));
  }

  private Reply ask(Invoice invoice) {
    bot.billing()
        .gives(ReadRequest.GetInvoice.class, invoice)
        .gives(ReadRequest.DownloadInvoice.class, Samples.PDF);
    Outcome outcome = bot.say("/invoice 123");
    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    return outcome.reply();
  }

  @Test
  void aNumberThatIsNotFoundMayBeOfAnotherLocation() {
    bot.billing()
        .on(ReadRequest.GetInvoice.class, new ApiResult.Refused<>(Samples.refusal("invalid id")))
        .on(ReadRequest.GetInvoice.class, new ApiResult.Refused<>(Samples.refusal("invalid id")));
    assertThat(Words.of(bot.say("/invoice 9").reply().notes()))
        .containsExactly("invoice.maybe-elsewhere(/invoice 9 --location whmcs_eu)");
    assertThat(bot.say("/invoice 9 --location whmcs_com").reply().notes()).isEmpty();
  }

  private Reply askWithGaps(Invoice invoice, InvoiceList list) {
    bot.billing()
        .gives(ReadRequest.GetInvoice.class, invoice)
        .gives(ReadRequest.GetInvoices.class, list);
    return bot.say("/invoice 123 --no-pdf").reply();
  }
}
