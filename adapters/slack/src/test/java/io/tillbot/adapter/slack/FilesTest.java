package io.tillbot.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.adapter.slack.fake.Seen;
import io.tillbot.core.Samples;
import io.tillbot.core.access.Secret;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.request.ReadRequest;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The card says it when a PDF could not be sent, and goes nowhere that is not Slack's. */
class FilesTest {
  private SlackBot bot = SlackBot.impatient();

  @AfterEach
  void close() {
    assertThat(bot.slack().refusals()).isEmpty();
    bot.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"im:write", "files:write"})
  void aMissingScopeIsSaidOnTheCard(String scope) {
    bot.slack().api().revoke(scope);
    assertThat(invoice().texts())
        .contains("slack.file.not-sent(invoice-123.pdf, slack.file.slack-says(missing_scope))");
    assertThat(bot.slack().api().arrived()).isEmpty();
  }

  @Test
  void aTokenThatIsNotAcceptedIsSaidOnTheCard() {
    bot.close();
    bot = SlackBot.with(options -> options.withBotToken(Secret.of("xoxb-another")));
    assertThat(invoice().texts())
        .contains("slack.file.not-sent(invoice-123.pdf, slack.file.slack-says(invalid_auth))");
  }

  @Test
  void aFileGoesNowhereElseThanToSlack() {
    bot.slack().api().sendUploadsTo("https://files.evil.example");
    assertThat(invoice().texts())
        .contains("slack.file.not-sent(invoice-123.pdf, slack.file.no-answer)");
    assertThat(bot.slack().api().arrived()).isEmpty();
  }

  @Test
  void aSlackThatCannotBeReachedIsSaidOnTheCard() {
    bot.slack().api().fail(500);
    assertThat(invoice().texts())
        .contains("slack.file.not-sent(invoice-123.pdf, slack.file.no-answer)");
  }

  @Test
  void aSlackThatIsBusyIsSaidOnTheCard() {
    bot.slack().api().fail(429);
    assertThat(invoice().texts()).contains("slack.file.not-sent(invoice-123.pdf, slack.file.busy)");
  }

  private Seen invoice() {
    bot.billing()
        .gives(
            ReadRequest.GetInvoice.class,
            Samples.invoice(
                InvoiceStatus.PAID, LocalDate.of(2026, 12, 1), Samples.eur("1"), Samples.eur("0")))
        .gives(ReadRequest.DownloadInvoice.class, Samples.PDF);
    bot.type("/invoice 123");
    return bot.slack().awaitMessage(1);
  }
}
