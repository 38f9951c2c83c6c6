package io.tillbot.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.adapter.slack.fake.FakeSlack;
import io.tillbot.adapter.slack.fake.Seen;
import io.tillbot.core.Samples;
import io.tillbot.core.access.Secret;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.request.ReadRequest;
import java.time.LocalDate;
import org.awaitility.Awaitility;
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
    bot.slack().api().limit("conversations.open", 3);
    give();
    bot.type("/invoice 123");
    Awaitility.await()
        .until(
            () ->
                bot.slack().seen().stream()
                    .anyMatch(
                        seen ->
                            seen.texts()
                                .contains(
                                    "slack.file.not-sent(invoice-123.pdf, slack.file.busy)")));
  }

  @Test
  void aSlackThatWasBusyForAMomentIsWaitedFor() {
    bot.slack().api().limit("files.getUploadURLExternal", 1);
    give();
    bot.type("/invoice 123");
    Awaitility.await().until(() -> bot.slack().api().arrived().size() == 1);
  }

  @Test
  void inAChannelTheCardLeadsToTheFileInTheDirectMessage() {
    Seen card = invoice();
    assertThat(card.isEphemeral()).isTrue();
    assertThat(card.channel()).isEqualTo(FakeSlack.CHANNEL);
    assertThat(card.texts()).contains("slack.file.sent(invoice-123.pdf)");
    assertThat(card.button("slack.file.open").get("url").getAsString())
        .isEqualTo(bot.slack().here() + "/app_redirect?channel=D-of-U1&team=T1");
    Seen file = shared(1);
    assertThat(file.channel()).isEqualTo("D-of-U1");
    assertThat(file.files()).containsExactly("invoice-123.pdf");
    assertThat(file.message().has("blocks")).isFalse();
  }

  @Test
  void inTheDirectMessageCardAndFileAreOneMessage() {
    give();
    typeDirectly();
    Seen one = shared(1);
    assertThat(one.files()).containsExactly("invoice-123.pdf");
    assertThat(one.texts()).contains("✓ invoice.title(123)");
    assertThat(one.labels()).contains("button.server(42)").doesNotContain("slack.file.open");
    assertThat(bot.slack().seen()).isEmpty();
    assertThat(bot.slack().api().calls("files.completeUploadExternal")).isOne();
  }

  @Test
  void inTheDirectMessageAFileThatIsThereIsNotSentAgain() {
    give();
    typeDirectly();
    shared(1);
    give();
    typeDirectly();
    Seen card = bot.slack().awaitMessage(1);
    assertThat(card.texts()).contains("slack.file.sent(invoice-123.pdf)");
    assertThat(bot.slack().api().calls("files.getUploadURLExternal")).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"invalid_blocks", "internal_error"})
  void aCardThatSlackDoesNotTakeBesideAFileComesApart(String code) {
    bot.slack().api().refuseOnce("files.completeUploadExternal", code);
    give();
    typeDirectly();
    Seen card = bot.slack().awaitMessage(1);
    assertThat(card.texts()).contains("✓ invoice.title(123)", "slack.file.sent(invoice-123.pdf)");
    assertThat(shared(1).message().has("blocks")).isFalse();
    assertThat(bot.slack().api().calls("files.getUploadURLExternal")).as("uploaded once").isOne();
  }

  private void typeDirectly() {
    bot.slack().type(bot.app(), SlackBot.ANN, "D-of-U1", "/invoice", "123");
    bot.letAnswersGo();
  }

  private Seen shared(int count) {
    Awaitility.await().until(() -> bot.slack().shared().size() >= count);
    assertThat(bot.slack().shared()).hasSize(count);
    return bot.slack().shared().getLast();
  }

  private Seen invoice() {
    give();
    bot.type("/invoice 123");
    return bot.slack().awaitMessage(1);
  }

  private void give() {
    bot.billing()
        .gives(
            ReadRequest.GetInvoice.class,
            Samples.invoice(
                InvoiceStatus.PAID, LocalDate.of(2026, 12, 1), Samples.eur("1"), Samples.eur("0")))
        .gives(ReadRequest.DownloadInvoice.class, Samples.PDF);
  }
}
