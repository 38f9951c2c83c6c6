package io.tillbot.core.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.Samples;
import io.tillbot.core.billing.model.AccountId;
import io.tillbot.core.billing.model.Location;
import io.tillbot.core.billing.model.ServerBilling;
import io.tillbot.core.billing.model.ServerId;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.Words;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerCommandsTest {
  private final TestBot bot = TestBot.linked();

  @Test
  void theCardShowsTheBillingAccountAndThePlaces() {
    Reply card =
        show(
            new ServerBilling(
                new AccountId(7),
                new Location("whmcs_eu"),
                "Active",
                "Some One",
                new Location("nl")));
    assertThat(Words.of(card.title())).isEqualTo("server.title(42)");
    assertThat(Words.field(card, "field.status")).contains("Active");
    assertThat(Words.field(card, "field.account")).contains("7");
    assertThat(Words.field(card, "field.billing-location")).contains("whmcs_eu");
    assertThat(Words.field(card, "field.location")).contains("nl");
    assertThat(Words.buttons(card)).containsExactly("/server invoices 42");
    assertThat(bot.billing().requests())
        .containsExactly(ReadRequest.GetBillingData.of(new ServerId(42)));
  }

  @Test
  void theCustomersNameIsNotShown() {
    Reply card = show(new ServerBilling(null, null, null, "Some One", null));
    assertThat(Words.everything(card)).noneMatch(piece -> piece.contains("Some One"));
  }

  @Test
  void whatIsNotToldIsSaidSo() {
    Reply card = show(new ServerBilling(null, null, null, null, null));
    assertThat(Words.field(card, "field.status")).contains("server.status-not-told");
    assertThat(Words.field(card, "field.account")).contains("server.no-account");
    assertThat(card.fields()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "Active, GOOD",
    "ACTIVE, GOOD",
    "Suspended, BAD",
    "Fraud, BAD",
    "Pending, WARNING",
    "Terminated, NEUTRAL",
    "Something new, NEUTRAL"
  })
  void theStatusColoursTheCard(String status, Tone tone) {
    assertThat(show(new ServerBilling(null, null, status, null, null)).tone()).isEqualTo(tone);
  }

  @Test
  void itsInvoicesAreTheRelatedOnes() {
    bot.billing()
        .gives(
            ReadRequest.GetRelatedInvoices.class,
            List.of(
                Samples.unpaid(1, "2026-12-01", "1", "EUR"),
                Samples.unpaid(2, "2026-11-01", "2", "EUR")));
    Reply card = bot.say("/server invoices #42").reply();
    assertThat(Words.of(card.title())).isEqualTo("server.invoices-title(42, 2)");
    assertThat(Words.rows(card).stream().map(List::getFirst)).containsExactly("2", "1");
    assertThat(Words.field(card, "field.owed(EUR)")).contains("invoices.owed(3.00 EUR, 2)");
    assertThat(Words.buttons(card)).contains("/server show 42");
  }

  @Test
  void aServerWithoutInvoicesSaysSo() {
    bot.billing().gives(ReadRequest.GetRelatedInvoices.class, List.of());
    Reply card = bot.say("/server invoices 42").reply();
    assertThat(Words.of(card.body())).containsExactly("server.no-invoices");
    assertThat(card.table()).isEmpty();
  }

  private Reply show(ServerBilling answer) {
    bot.billing().gives(ReadRequest.GetBillingData.class, answer);
    return bot.say("/server show 42").reply();
  }
}
