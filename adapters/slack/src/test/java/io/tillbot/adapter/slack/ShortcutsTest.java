package io.tillbot.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.adapter.slack.fake.Seen;
import io.tillbot.core.Samples;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.request.ReadRequest;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** "Look up the invoice in this message". */
class ShortcutsTest {
  private final SlackBot bot = SlackBot.patient();

  @BeforeEach
  void anInvoice() {
    bot.billing()
        .always(
            ReadRequest.GetInvoice.class,
            new ApiResult.Done<>(
                Samples.invoice(
                    InvoiceStatus.PAID,
                    LocalDate.of(2026, 12, 1),
                    Samples.eur("29.99"),
                    Samples.eur("0.00"))))
        .always(ReadRequest.DownloadInvoice.class, new ApiResult.Done<>(Samples.PDF));
  }

  @AfterEach
  void nothingWasRefused() {
    assertThat(bot.slack().refusals()).isEmpty();
    bot.close();
  }

  @Test
  void theInvoiceOfAMessageIsShownToTheOneWhoAsked() {
    lookUp("Has INV-123 been paid?");
    Seen card = bot.slack().awaitMessage(1);
    assertThat(card.text()).contains("invoice.title(123)");
    assertThat(card.user()).isEqualTo(SlackBot.ANN);
    assertThat(bot.slack().api().arrived()).hasSize(1);
  }

  @Test
  void ofSeveralOneIsChosenByAButton() {
    lookUp("#123 and #124");
    Seen several = bot.slack().awaitMessage(1);
    assertThat(several.labels()).hasSize(2);
    bot.ann().presses(several, several.labels().getFirst());
    assertThat(bot.slack().awaitMessage(2).text()).contains("invoice.title(123)");
  }

  @Test
  void aMessageWithoutAnInvoiceIsAnsweredToo() {
    lookUp("Good morning");
    assertThat(bot.slack().awaitMessage(1).text()).contains("found.none");
    assertThat(bot.billing().requests()).isEmpty();
  }

  private void lookUp(String text) {
    var acknowledgement = bot.ann().asksAbout("C1", text, Shortcuts.LOOKUP);
    assertThat(acknowledgement.body()).isEmpty();
  }
}
