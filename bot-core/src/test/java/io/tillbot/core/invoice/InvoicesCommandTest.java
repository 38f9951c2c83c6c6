package io.tillbot.core.invoice;

import static io.tillbot.core.Samples.eur;
import static io.tillbot.core.Samples.list;
import static io.tillbot.core.Samples.row;
import static io.tillbot.core.Samples.unpaid;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.billing.model.InvoiceList;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.model.Location;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.billing.model.ServerId;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.Words;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoicesCommandTest {
  private static final InvoiceList EVERY_STATUS =
      list(
          row(1, InvoiceStatus.PAID, TestBot.TODAY.minusDays(9), eur("1"), null),
          unpaid(2, "2026-11-30", "2.00", "EUR"),
          unpaid(3, "2026-11-01", "3.00", "EUR"),
          unpaid(4, "2026-11-10", "4.00", "USD"),
          row(5, InvoiceStatus.CANCELLED, null, eur("5"), null),
          row(6, InvoiceStatus.REFUNDED, null, eur("6"), null),
          row(7, InvoiceStatus.COLLECTIONS, null, eur("7"), null),
          row(8, InvoiceStatus.PAYMENT_PENDING, null, eur("8"), null),
          row(9, InvoiceStatus.DRAFT, null, eur("9"), null),
          row(10, InvoiceStatus.UNKNOWN, null, null, null));

  private final TestBot bot = TestBot.linked();

  @ParameterizedTest
  @CsvSource({
    "unpaid, 3 4 2",
    "overdue, 3 4",
    "OVERDUE, 3 4",
    "paid, 1",
    "cancelled, 5",
    "refunded, 6",
    "collections, 7",
    "pending, 8",
    "draft, 9"
  })
  void aStatusChoosesItsInvoices(String status, String ids) {
    Reply card = ask("/invoices " + status, EVERY_STATUS);
    assertThat(ids(card)).containsExactly(ids.split(" "));
    assertThat(Words.of(card.title())).isEqualTo("invoices.title(" + ids.split(" ").length + ")");
  }

  @Test
  void withoutAStatusAllAreListed() {
    assertThat(ids(ask("/invoices", EVERY_STATUS))).hasSize(10);
  }

  @Test
  void whatIsToBePaidComesFirstTheLongestDueOnTopThenTheNewest() {
    InvoiceList shuffled =
        list(
            row(1, InvoiceStatus.PAID, null, eur("1"), null),
            unpaid(2, "2026-12-24", "1", "EUR"),
            row(3, InvoiceStatus.UNPAID, null, eur("1"), null),
            unpaid(4, "2026-01-01", "1", "EUR"),
            row(5, InvoiceStatus.PAID, null, eur("1"), null),
            unpaid(6, "2026-06-01", "1", "EUR"));
    assertThat(ids(ask("/invoices", shuffled))).containsExactly("4", "6", "2", "3", "5", "1");
  }

  @Test
  void theFirstRowIsOnePressAway() {
    assertThat(Words.buttons(ask("/invoices", EVERY_STATUS))).containsExactly("/invoice 3");
  }

  @Test
  void theFirstRowIsOpenedInTheLocationThatWasAskedFor() {
    assertThat(Words.buttons(ask("/invoices --location whmcs_com", EVERY_STATUS)))
        .containsExactly("/invoice 3 --location whmcs_com");
  }

  @Test
  void currenciesAreNeverAdded() {
    Reply card = ask("/invoices", EVERY_STATUS);
    assertThat(Words.field(card, "field.owed(EUR)")).contains("invoices.owed(5.00 EUR, 2)");
    assertThat(Words.field(card, "field.owed(USD)")).contains("invoices.owed(4.00 USD, 1)");
    assertThat(card.fields()).hasSize(4);
  }

  @Test
  void allThatIsListedIsSummedPerCurrency() {
    Reply card =
        ask(
            "/invoices",
            list(
                row(1, InvoiceStatus.PAID, null, eur("2.50"), null),
                row(2, InvoiceStatus.REFUNDED, null, eur("1.25"), null),
                row(3, InvoiceStatus.PAID, null, null, null),
                row(4, InvoiceStatus.PAID, null, Money.of("4", "USD"), null)));
    assertThat(Words.field(card, "field.listed(EUR)")).contains("3.75 EUR");
    assertThat(Words.field(card, "field.listed(USD)")).contains("4.00 USD");
  }

  @Test
  void whatIsOwedAloneIsNotSummedTwice() {
    assertThat(ask("/invoices unpaid", EVERY_STATUS).fields())
        .allMatch(field -> field.name().key().equals("field.owed"));
  }

  @Test
  void paidInvoicesAreNotOwed() {
    assertThat(ask("/invoices paid", EVERY_STATUS).fields())
        .noneMatch(field -> field.name().key().equals("field.owed"));
  }

  @Test
  void aBalanceThatIsNotToldMakesTheSumAnUpperBound() {
    Reply card =
        ask(
            "/invoices",
            list(
                unpaid(1, "2026-11-30", "2.00", "EUR"),
                row(2, InvoiceStatus.UNPAID, null, eur("3.00"), null)));
    assertThat(Words.field(card, "field.owed(EUR)")).contains("invoices.owed-at-most(5.00 EUR, 2)");
  }

  @Test
  void thePartThatWasPaidIsNotOwed() {
    Reply card = ask("/invoices", list(row(1, InvoiceStatus.UNPAID, null, eur("10"), eur("2.50"))));
    assertThat(Words.field(card, "field.owed(EUR)")).contains("invoices.owed(2.50 EUR, 1)");
  }

  @Test
  void anOverdueRowIsMarkedAndColoursTheCard() {
    Reply card = ask("/invoices", EVERY_STATUS);
    assertThat(card.tone()).isEqualTo(Tone.BAD);
    assertThat(Words.rows(card).getFirst()).contains("invoice.status.overdue");
    assertThat(card.table().orElseThrow().rows().getFirst().tone()).isEqualTo(Tone.BAD);
  }

  @Test
  void aListWithoutOverdueInvoicesIsCalm() {
    assertThat(ask("/invoices paid", EVERY_STATUS).tone()).isEqualTo(Tone.NEUTRAL);
  }

  @Test
  void aListThatIsCutShortSaysSo() {
    Reply card = ask("/invoices paid", new InvoiceList(EVERY_STATUS.invoices().subList(0, 5), 12));
    assertThat(Words.of(card.notes())).containsExactly("invoices.cut-short(5, 12)");
  }

  @Test
  void aWholeListSaysNothingOfIt() {
    assertThat(ask("/invoices", EVERY_STATUS).notes()).isEmpty();
  }

  @Test
  void noInvoicesAreSaidToBeNone() {
    Reply card = ask("/invoices", list());
    assertThat(Words.of(card.body())).containsExactly("invoices.none");
    assertThat(card.table()).isEmpty();
    assertThat(card.buttons()).isEmpty();
  }

  @Test
  void aCutShortListWithoutAMatchStillSaysThatItIsCutShort() {
    Reply card = ask("/invoices draft", new InvoiceList(EVERY_STATUS.invoices().subList(0, 5), 12));
    assertThat(Words.of(card.notes())).containsExactly("invoices.cut-short(5, 12)");
  }

  @Test
  void theLocationIsPassedOn() {
    ask("/invoices --location whmcs_us", list());
    assertThat(bot.billing().requests())
        .containsExactly(new ReadRequest.GetInvoices(new Location("whmcs_us")));
  }

  @Test
  void aServersInvoicesAreTheRelatedOnes() {
    bot.billing().gives(ReadRequest.GetRelatedInvoices.class, EVERY_STATUS.invoices());
    assertThat(ids(bot.say("/invoices unpaid --server 42").reply())).containsExactly("3", "4", "2");
    assertThat(bot.billing().requests())
        .containsExactly(ReadRequest.GetRelatedInvoices.of(new ServerId(42)));
  }

  @Test
  void aServerAndALocationTogetherAreRefusedUnasked() {
    Outcome outcome = bot.say("/invoices --server 42 --location whmcs_eu");
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(Words.of(outcome.reply().body()))
        .containsExactly("invoices.server-has-its-location");
    assertThat(bot.billing().requests()).isEmpty();
  }

  private Reply ask(String line, InvoiceList answer) {
    bot.billing().gives(ReadRequest.GetInvoices.class, answer);
    Outcome outcome = bot.say(line);
    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    return outcome.reply();
  }

  private static List<String> ids(Reply card) {
    return Words.rows(card).stream().map(List::getFirst).toList();
  }
}
