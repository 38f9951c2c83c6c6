package io.tillbot.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.adapter.slack.fake.Seen;
import io.tillbot.core.Samples;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.request.ReadRequest;
import java.time.LocalDate;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one person saw alone is shown to others when that person wants it. */
class SharesTest {
  private static final String SHARE = "button.share";
  private static final String OURS = "C2";

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
                    Samples.eur("0.00"))));
  }

  @AfterEach
  void nothingWasRefused() {
    assertThat(bot.slack().refusals()).isEmpty();
    bot.close();
  }

  @Test
  void aRedactedCardIsShownToEverybodyWithWhoShowsItAndThePrivateOneStays() {
    Seen own = invoice("C1");
    bot.ann().presses(own, SHARE);
    Seen shared = bot.slack().awaitMessage(2);
    assertThat(shared.isEphemeral()).isFalse();
    assertThat(shared.channel()).isEqualTo("C1");
    assertThat(shared.texts())
        .startsWith("slack.shared-by", "<@U1>")
        .contains("share.note", "29.99 EUR")
        .doesNotContain("Server 42");
    assertThat(shared.labels()).isEmpty();
    assertThat(bot.slack().seen().getFirst()).isEqualTo(own);
  }

  @Test
  void aStrangersPressSharesNothingAndIsRefusedToTheStrangerAlone() {
    Seen own = invoice("C1");
    bot.person(SlackBot.EVE).presses(own, SHARE);
    Seen refusal = bot.slack().awaitMessage(2);
    assertThat(refusal.user()).isEqualTo(SlackBot.EVE);
    assertThat(refusal.text()).contains("ticket.foreign");
  }

  @Test
  void inAThreadItIsAReplyThere() {
    Optional<String> thread = Optional.of("1795435100.000001");
    bot.ann().mentions(OURS, "invoice 123 --no-pdf", thread);
    Seen own = bot.slack().awaitMessage(1);
    var pressed = bot.ann().pressed(own, SHARE);
    pressed.getAsJsonObject("container").addProperty("thread_ts", thread.orElseThrow());
    bot.slack().post(bot.app(), io.tillbot.adapter.slack.fake.FakeSlack.payload(pressed));
    Seen shared = bot.slack().awaitMessage(2);
    assertThat(shared.isEphemeral()).isFalse();
    assertThat(bot.slack().api().made())
        .filteredOn(call -> call.method().equals("chat.postMessage"))
        .singleElement()
        .satisfies(
            call -> assertThat(call.arguments()).containsEntry("thread_ts", thread.orElseThrow()));
  }

  @Test
  void whatCouldNotBeSharedIsToldToItsOwnerAlone() {
    Seen own = invoice("C1");
    var pressed = bot.ann().pressed(own, SHARE);
    pressed.getAsJsonObject("container").addProperty("thread_ts", "1795435100.000001");
    bot.slack().post(bot.app(), io.tillbot.adapter.slack.fake.FakeSlack.payload(pressed));
    Seen told = bot.slack().awaitMessage(2);
    assertThat(told.user()).as("the app is not in that channel").isEqualTo(SlackBot.ANN);
    assertThat(told.texts()).containsExactly("slack.not-shared");
  }

  @Test
  void whoeverPressesTwiceShowsItTwice() {
    Seen own = invoice("C1");
    bot.ann().presses(own, SHARE);
    bot.slack().awaitMessage(2);
    bot.ann().presses(own, SHARE);
    Awaitility.await().until(() -> bot.slack().seen().size() == 3);
    assertThat(bot.slack().seen().getLast().isEphemeral()).isFalse();
  }

  private Seen invoice(String channel) {
    bot.ann().types(channel, "/invoice 123 --no-pdf");
    Seen own = bot.slack().awaitMessage(1);
    assertThat(own.labels()).contains(SHARE);
    return own;
  }
}
