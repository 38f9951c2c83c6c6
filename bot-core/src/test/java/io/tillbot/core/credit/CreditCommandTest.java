package io.tillbot.core.credit;

import static io.tillbot.core.Samples.list;
import static io.tillbot.core.Samples.row;
import static io.tillbot.core.Samples.unpaid;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.Samples;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.model.CreditBalance;
import io.tillbot.core.billing.model.InvoiceList;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.Words;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreditCommandTest {
  private static final InvoiceList OWED =
      list(
          unpaid(1, "2026-11-30", "20.00", "EUR"),
          unpaid(2, "2026-11-01", "10.00", "EUR"),
          unpaid(3, "2026-12-30", "5.00", "EUR"));

  private final TestBot bot = TestBot.linked();

  @ParameterizedTest
  @CsvSource({"35, 0.00", "35.01, 0.01", "100, 65.00"})
  void aCreditThatCoversAllSaysWhatIsLeft(String credit, String left) {
    Reply card = ask(credit, OWED);
    assertThat(card.tone()).isEqualTo(Tone.GOOD);
    assertThat(Words.of(card.body())).containsExactly("credit.covers-all(" + left + " EUR)");
  }

  @ParameterizedTest
  @CsvSource({
    "34.99, 2, 0.01",
    "30, 2, 5.00",
    "29.99, 1, 5.01",
    "10, 1, 25.00",
    "9.99, 0, 25.01",
    "0, 0, 35.00",
    "-5, 0, 40.00"
  })
  void aCreditThatCoversSomePaysTheLongestDueFirst(String credit, int covered, String missing) {
    Reply card = ask(credit, OWED);
    assertThat(card.tone()).isEqualTo(Tone.WARNING);
    assertThat(Words.of(card.body()))
        .containsExactly("credit.covers-some(%d, 3, %s EUR)".formatted(covered, missing));
  }

  @Test
  void theCardShowsTheCreditAndWhatIsOwed() {
    Reply card = ask("12.5", OWED);
    assertThat(Words.field(card, "field.credit")).contains("12.50 EUR");
    assertThat(Words.field(card, "field.owed(EUR)")).contains("invoices.owed(35.00 EUR, 3)");
  }

  @Test
  void whatIsOwedIsAnUpperBoundWhereABalanceIsNotTold() {
    Reply card = ask("1", list(row(1, InvoiceStatus.UNPAID, null, Samples.eur("20"), null)));
    assertThat(Words.field(card, "field.owed(EUR)"))
        .contains("invoices.owed-at-most(20.00 EUR, 1)");
  }

  @Test
  void nothingOwedIsGoodNews() {
    Reply card = ask("0", list(row(1, InvoiceStatus.PAID, null, Samples.eur("20"), null)));
    assertThat(card.tone()).isEqualTo(Tone.GOOD);
    assertThat(Words.of(card.body())).containsExactly("credit.nothing-owed");
  }

  @Test
  void invoicesOfOtherCurrenciesAreNotCoveredButMentioned() {
    Reply card =
        ask(
            "10",
            list(unpaid(1, "2026-11-30", "10.00", "EUR"), unpaid(2, "2026-01-01", "1.00", "USD")));
    assertThat(Words.of(card.body())).containsExactly("credit.covers-all(0.00 EUR)");
    assertThat(Words.of(card.notes()))
        .containsExactly("credit.top-ups-counted", "credit.other-currencies");
  }

  @Test
  void nothingOwedIsNotClaimedWhereOtherCurrenciesOrAHiddenRestMayOwe() {
    for (InvoiceList unproven :
        List.of(list(unpaid(2, "2026-01-01", "1.00", "USD")), new InvoiceList(List.of(), 40))) {
      Reply card = ask("10", unproven);
      assertThat(card.tone()).isEqualTo(Tone.NEUTRAL);
      assertThat(Words.of(card.body())).containsExactly("credit.nothing-owed-listed(EUR)");
    }
  }

  @Test
  void aListThatIsCutShortSaysSo() {
    Reply card = ask("10", new InvoiceList(OWED.invoices(), 40));
    assertThat(Words.of(card.notes()))
        .containsExactly("credit.top-ups-counted", "invoices.cut-short(3, 40)");
  }

  @Test
  void withoutTheInvoicesTheCreditIsStillShown() {
    bot.billing()
        .gives(ReadRequest.GetCredits.class, new CreditBalance(new BigDecimal("12.5")))
        .gives(ReadRequest.GetClient.class, Samples.client("EUR"))
        .on(
            ReadRequest.GetInvoices.class,
            new ApiResult.Unknown<>(ApiResult.UnknownCause.TIMED_OUT));
    Outcome outcome = bot.say("/credit");
    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    assertThat(Words.field(outcome.reply(), "field.credit")).contains("12.50 EUR");
    assertThat(Words.of(outcome.reply().notes())).containsExactly("credit.invoices-not-available");
  }

  @Test
  void withoutACurrencyNothingIsCompared() {
    bot.billing()
        .gives(ReadRequest.GetCredits.class, new CreditBalance(new BigDecimal("12.5")))
        .gives(ReadRequest.GetClient.class, Samples.client(null));
    Reply card = bot.say("/credit").reply();
    assertThat(Words.field(card, "field.credit")).contains("12.50 XXX");
    assertThat(Words.of(card.notes())).containsExactly("credit.currency-not-told");
    assertThat(bot.billing().requests()).hasSize(2);
  }

  @Test
  void aClientThatIsNotToldIsACurrencyNotTold() {
    bot.billing()
        .gives(ReadRequest.GetCredits.class, new CreditBalance(BigDecimal.ONE))
        .on(ReadRequest.GetClient.class, new ApiResult.Refused<>(Samples.refusal("no")));
    assertThat(Words.of(bot.say("/credit").reply().notes()))
        .containsExactly("credit.currency-not-told");
  }

  private Reply ask(String credit, InvoiceList invoices) {
    bot.billing()
        .gives(ReadRequest.GetCredits.class, new CreditBalance(new BigDecimal(credit)))
        .gives(ReadRequest.GetClient.class, Samples.client("EUR"))
        .gives(ReadRequest.GetInvoices.class, invoices);
    return bot.say("/credit").reply();
  }
}
