package io.tillbot.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.Samples;
import io.tillbot.core.billing.model.Client;
import io.tillbot.core.billing.model.ClientGroup;
import io.tillbot.core.billing.model.ClientId;
import io.tillbot.core.billing.model.CurrencyCode;
import io.tillbot.core.billing.model.GroupId;
import io.tillbot.core.billing.model.Location;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.Words;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountShowCommandTest {
  private static final Map<String, String> PRIVATE_FIELDS =
      Map.of(
          "ip", "192.0.2.1",
          "ips", "192.0.2.7",
          "phonenumber", "+31201234567",
          "co_smsnum", "+31201234568",
          "notes", "pays late",
          "tax_id", "NL001");

  private final TestBot bot = TestBot.linked();

  @Test
  void theCardShowsWhoseAccountItIs() {
    Reply card = card(full());
    assertThat(Words.of(card.title())).isEqualTo("account.title");
    assertThat(card.fields().stream().map(field -> Words.of(field.name())))
        .containsExactly(
            "field.name",
            "field.client",
            "field.email",
            "field.currency",
            "field.billing-location",
            "field.company",
            "field.country",
            "field.status",
            "field.group",
            "field.client-since");
    assertThat(Words.field(card, "field.name")).contains("Some One");
    assertThat(Words.field(card, "field.email")).contains("s…@example.com");
    assertThat(Words.field(card, "field.group")).contains("VIP");
    assertThat(Words.field(card, "field.client-since")).contains("2024-01-01");
    assertThat(Words.buttons(card)).containsExactly("/account edit", "/credit", "/invoices unpaid");
    assertThat(bot.billing().requests()).containsExactly(ReadRequest.GetClient.ownInFull());
  }

  @Test
  void addressesOfMachinesNumbersNotesAndTaxIdsStayWhereTheyAre() {
    assertThat(Words.everything(card(full())))
        .noneMatch(piece -> PRIVATE_FIELDS.values().stream().anyMatch(piece::contains))
        .noneMatch(piece -> piece.contains("someone@"));
  }

  @Test
  void whatIsNotToldIsLeftOut() {
    assertThat(Words.field(card(Samples.client("EUR")), "field.company")).isEmpty();
  }

  private Reply card(Client client) {
    bot.billing().gives(ReadRequest.GetClient.class, client);
    return bot.say("/account show").reply();
  }

  private static Client full() {
    return new Client(
        new ClientId(77),
        "someone@example.com",
        "Some",
        "One",
        "Some One",
        "Example Corp",
        "NL",
        new CurrencyCode("EUR"),
        "Active",
        new Location("whmcs_eu"),
        new ClientGroup(new GroupId(1), "VIP"),
        LocalDate.of(2024, 1, 1),
        PRIVATE_FIELDS);
  }
}
