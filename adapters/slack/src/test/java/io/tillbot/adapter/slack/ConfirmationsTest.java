package io.tillbot.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.adapter.slack.fake.FakeSlack;
import io.tillbot.adapter.slack.fake.Seen;
import io.tillbot.core.Samples;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.model.CreditBalance;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.model.WriteAnswer;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.billing.request.WriteRequest;
import java.math.BigDecimal;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Changes are previewed, and carried out once, by their owner's press. */
class ConfirmationsTest {
  private static final String CONFIRM = "button.confirm";
  private static final String STOP = "button.stop";

  private final SlackBot bot = SlackBot.impatient();

  @AfterEach
  void nothingWasRefused() {
    assertThat(bot.slack().refusals()).isEmpty();
    bot.close();
  }

  @Test
  void aConfirmedChangeIsSentOnceAndItsPreviewIsReplacedByWhatBecameOfIt() {
    Seen preview = preview();
    willBePaid();
    bot.press(SlackBot.ANN, preview, CONFIRM);
    Seen done = replaced();
    assertThat(done.text()).startsWith("✓ pay.done(50.00 EUR, 123)");
    assertThat(done.labels()).doesNotContain(CONFIRM, STOP);
    assertThat(writes()).isEqualTo(1);
  }

  @Test
  void whatWasDoneIsToldEvenWhenItsNextStepsCannotBeKept() {
    Seen preview = preview();
    willBePaid();
    bot.bot().store().fillUp();
    bot.press(SlackBot.ANN, preview, CONFIRM);
    Seen done = replaced();
    assertThat(done.text()).startsWith("✓ pay.done(50.00 EUR, 123)");
    assertThat(done.labels()).isEmpty();
  }

  @Test
  void aSecondPressIsRefusedAndLeavesTheOutcomeStanding() {
    Seen preview = preview();
    willBePaid();
    bot.press(SlackBot.ANN, preview, CONFIRM);
    Seen done = replaced();
    bot.press(SlackBot.ANN, preview, CONFIRM);
    Seen refusal = bot.slack().awaitMessage(2);
    assertThat(refusal.text()).startsWith("! ticket.gone");
    assertThat(bot.slack().seen().getFirst()).isEqualTo(done);
    assertThat(writes()).isEqualTo(1);
  }

  @Test
  void aStrangersPressIsRefusedToTheStrangerAndTheOwnerCanStillConfirm() {
    Seen preview = preview();
    bot.press(SlackBot.EVE, preview, CONFIRM);
    Seen refusal = bot.slack().awaitMessage(2);
    assertThat(refusal.user()).isEqualTo(SlackBot.EVE);
    assertThat(refusal.text()).startsWith("! ticket.foreign");
    assertThat(bot.slack().seen().getFirst()).isEqualTo(preview);
    assertThat(writes()).isZero();
    willBePaid();
    bot.press(SlackBot.ANN, preview, CONFIRM);
    assertThat(replaced().text()).startsWith("✓ pay.done");
    assertThat(writes()).isEqualTo(1);
  }

  @Test
  void aStoppedChangeIsNotSentAndCannotBeConfirmedLater() {
    Seen preview = preview();
    bot.press(SlackBot.ANN, preview, STOP);
    assertThat(replaced().text()).startsWith("confirm.stopped");
    bot.press(SlackBot.ANN, preview, CONFIRM);
    assertThat(bot.slack().awaitMessage(2).text()).startsWith("! ticket.gone");
    assertThat(writes()).isZero();
  }

  @Test
  void aTicketThatIsNoneRunsNothing() {
    Seen preview = preview();
    var payload = bot.slack().pressed(SlackBot.ANN, preview, CONFIRM);
    payload.getAsJsonArray("actions").get(0).getAsJsonObject().addProperty("value", "1' OR 1=1");
    SlackResponse response = bot.slack().post(bot.app(), FakeSlack.payload(payload));
    assertThat(response.status()).isEqualTo(400);
    assertThat(writes()).isZero();
  }

  @Test
  void whatIsMissingIsAskedForAsOptionsOfTheLine() {
    bot.billing()
        .always(ReadRequest.GetClient.class, new ApiResult.Done<>(Samples.client("EUR")))
        .gives(ReadRequest.GetCredits.class, new CreditBalance(new BigDecimal("150.50")))
        .gives(ReadRequest.GetInvoice.class, Samples.payable(123, InvoiceStatus.UNPAID, null))
        .gives(ReadRequest.GetInvoices.class, Samples.list());
    bot.type("/billing pay 123");
    Seen asked = bot.slack().awaitMessage(1);
    assertThat(asked.texts())
        .contains("slack.form.how(/billing pay 123 25.00)", "*--amount*", "field.amount");
  }

  private Seen preview() {
    account("121.00", "150.50");
    bot.type("/billing pay 123 50");
    Seen preview = bot.slack().awaitMessage(1);
    assertThat(preview.labels()).contains(CONFIRM, STOP);
    assertThat(preview.button(CONFIRM).get("style").getAsString()).isEqualTo("primary");
    assertThat(writes()).isZero();
    return preview;
  }

  private void willBePaid() {
    account("121.00", "150.50");
    bot.billing()
        .on(WriteRequest.ApplyCredit.class, new ApiResult.Done<>(new WriteAnswer.Acknowledged()));
    account("71.00", "100.50");
  }

  private Seen replaced() {
    Awaitility.await().until(() -> !bot.slack().seen().getFirst().labels().contains(CONFIRM));
    return bot.slack().seen().getFirst();
  }

  private long writes() {
    return bot.billing().requests().stream().filter(WriteRequest.class::isInstance).count();
  }

  private void account(String balance, String credit) {
    bot.billing()
        .always(ReadRequest.GetClient.class, new ApiResult.Done<>(Samples.client("EUR")))
        .gives(ReadRequest.GetCredits.class, new CreditBalance(new BigDecimal(credit)))
        .gives(
            ReadRequest.GetInvoice.class,
            Samples.payable(123, InvoiceStatus.UNPAID, Samples.eur(balance)));
  }
}
