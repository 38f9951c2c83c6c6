package io.tillbot.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.adapter.slack.fake.FakeSlack;
import io.tillbot.adapter.slack.fake.Posts;
import io.tillbot.adapter.slack.fake.Seen;
import io.tillbot.core.Samples;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.request.ReadRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Slash commands, through the real Bolt in a fake Slack. */
class CommandsTest {
  private SlackBot bot = SlackBot.patient();

  @AfterEach
  void nothingWasRefused() {
    assertThat(bot.slack().refusals()).isEmpty();
    bot.close();
  }

  @Test
  void anInvoiceIsShownAndItsPdfGoesToTheDirectMessage() {
    anInvoice();
    bot.type("/invoice 123");
    Seen card = bot.slack().awaitMessage(1);
    assertThat(card.user()).isEqualTo(SlackBot.ANN);
    assertThat(card.message().get("response_type").getAsString()).isEqualTo("ephemeral");
    assertThat(card.texts())
        .contains("*field.status*", "*field.total*", "29.99 EUR")
        .contains("slack.file.sent(invoice-123.pdf)");
    assertThat(card.text()).startsWith("✓ invoice.title(123)");
    assertThat(bot.slack().api().arrived())
        .singleElement()
        .satisfies(
            file -> {
              assertThat(file.channel()).isEqualTo("D-of-U1");
              assertThat(file.name()).isEqualTo("invoice-123.pdf");
              assertThat(file.content()).isEqualTo(Samples.PDF.content());
            });
  }

  @Test
  void anAnswerThatIsThereAtOnceIsTheAcknowledgement() {
    SlackResponse acknowledgement = bot.type("/billing help");
    assertThat(acknowledgement.body()).contains("help.title");
    assertThat(bot.slack().seen()).hasSize(1);
  }

  @Test
  void anAnswerThatTakesLongerFollowsTheEmptyAcknowledgement() {
    bot.close();
    bot = SlackBot.impatient();
    anInvoice();
    SlackResponse acknowledgement = bot.type("/invoice 123");
    assertThat(acknowledgement.status()).isEqualTo(200);
    assertThat(acknowledgement.body()).isEmpty();
    Seen card = bot.slack().awaitMessage(1);
    assertThat(card.message().get("response_type").getAsString()).isEqualTo("ephemeral");
    assertThat(card.text()).startsWith("✓ invoice.title(123)");
  }

  @Test
  void everyCommandIsReachedThroughBilling() {
    anInvoice();
    bot.type("/billing invoice #123 --no-pdf");
    assertThat(bot.slack().awaitMessage(1).text()).startsWith("✓ invoice.title(123)");
    assertThat(bot.slack().api().arrived()).isEmpty();
  }

  @Test
  void aPrefixIsNoPartOfTheCommand() {
    bot.close();
    bot =
        SlackBot.with(
            options ->
                options
                    .withPatience(Duration.ofSeconds(2))
                    .withNames(CommandNames.standard().withPrefix("acme-")));
    anInvoice();
    bot.type("/acme-invoice 123 --no-pdf");
    assertThat(bot.slack().awaitMessage(1).text()).startsWith("✓ invoice.title(123)");
  }

  @Test
  void whatSlackMadeOfTheTypedTextIsUndone() {
    bot.type("/billing help &lt;invoice&gt;");
    assertThat(bot.slack().awaitMessage(1).text()).contains("input.unknown-command");
  }

  @Test
  void aPersonWithoutALinkIsToldHowToGetOne() {
    bot.slack().type(bot.app(), "U9", FakeSlack.CHANNEL, "/credit", "");
    Seen card = bot.slack().awaitMessage(1);
    assertThat(card.text()).startsWith("! link.needed");
    assertThat(card.user()).isEqualTo("U9");
    bot.slack().press(bot.app(), "U9", card, "button.link");
    assertThat(bot.slack().awaitMessage(2).texts())
        .contains("./tillbot link --platform slack --workspace T1 --user U9");
  }

  @Test
  void inAnOrganisationOfManyWorkspacesAPersonIsOneAndTheSame() {
    Map<String, String> fields =
        new TreeMap<>(
            Posts.command("U9", "C1", "/billing", "link", bot.slack().commandAddress("U9")));
    fields.put("enterprise_id", "E1");
    SlackResponse acknowledgement = bot.slack().post(bot.app(), Posts.form(fields));
    assertThat(acknowledgement.body()).contains("--workspace E1 --user U9");
  }

  @Test
  void aFailureOfOurOwnIsSaid() {
    bot.bot().vault().failWith("The disk is full");
    bot.type("/credit");
    assertThat(bot.slack().awaitMessage(1).text()).startsWith("✗ bot.broken");
  }

  private void anInvoice() {
    bot.billing()
        .gives(
            ReadRequest.GetInvoice.class,
            Samples.invoice(
                InvoiceStatus.PAID,
                LocalDate.of(2026, 12, 1),
                Samples.eur("29.99"),
                Samples.eur("0.00")))
        .gives(ReadRequest.DownloadInvoice.class, Samples.PDF);
  }
}
