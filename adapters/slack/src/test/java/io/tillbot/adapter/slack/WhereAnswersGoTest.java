package io.tillbot.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.adapter.slack.fake.FakeSlack;
import io.tillbot.adapter.slack.fake.Seen;
import io.tillbot.core.Bot;
import io.tillbot.core.Catalogue;
import io.tillbot.core.CatalogueSettings;
import io.tillbot.core.Samples;
import io.tillbot.core.access.Platform;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.model.CreditBalance;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.billing.request.WriteRequest;
import io.tillbot.core.execution.Means;
import io.tillbot.core.support.AllowAll;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.TestMeans;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is closed, people see an end; what goes on is found again. */
class WhereAnswersGoTest {
  /** A channel that the app is in. */
  private static final String OURS = "C2";

  private static final String CONFIRM = "button.confirm";
  private static final int GONE = 404;

  private SlackBot bot = SlackBot.impatient();

  @BeforeEach
  void anAccount() {
    bot.billing()
        .always(ReadRequest.GetInvoices.class, new ApiResult.Done<>(Samples.list()))
        .always(ReadRequest.GetClient.class, new ApiResult.Done<>(Samples.client("EUR")))
        .always(
            ReadRequest.GetCredits.class,
            new ApiResult.Done<>(new CreditBalance(new BigDecimal("150.50"))));
  }

  @AfterEach
  void nothingWasRefused() {
    assertThat(bot.slack().refusals()).isEmpty();
    bot.close();
  }

  @Test
  void anAnswerWhoseAddressHasExpiredGoesToTheDirectMessage() {
    bot.slack().failAnswers(GONE);
    credit(OURS);
    Seen card = bot.slack().awaitMessage(1);
    assertThat(card.channel()).isEqualTo(bot.ann().direct());
    assertThat(card.text()).contains("credit.title");
    assertThat(bot.slack().failedAnswers()).as("it is not tried again").isEqualTo(1);
  }

  @Test
  void anAnswerThatSlackDoesNotTakeIsTriedOnceMoreAndGoesToTheDirectMessage() {
    bot.slack().failAnswers(503);
    credit(OURS);
    assertThat(bot.slack().awaitMessage(1).channel()).isEqualTo(bot.ann().direct());
    assertThat(bot.slack().failedAnswers()).isEqualTo(2);
  }

  @Test
  void whereTheDirectMessageIsClosedAWordSaysThatThereIsAnAnswerAndNotWhat() {
    bot.slack().failAnswers(GONE);
    bot.slack().api().revoke("im:write");
    credit(OURS);
    Seen ping = bot.slack().awaitMessage(1);
    assertThat(ping.channel()).isEqualTo(OURS);
    assertThat(ping.user()).as("for the eyes of one person alone").isEqualTo(SlackBot.ANN);
    assertThat(ping.texts()).containsExactly("slack.ping(/billing operations list)");
    assertThat(ping.message().toString()).doesNotContain("150.50");
    bot.app().close();
    assertThat(answerLeft()).as("that is an end").isZero();
  }

  @Test
  void whereNothingIsOpenItIsTriedAgainLaterAndFoundInTheDirectMessage() {
    bot.slack().failAnswers(GONE);
    bot.slack().api().fail(500);
    credit(OURS);
    Awaitility.await().until(() -> bot.slack().failedAnswers() == 1);
    bot.app().close();
    assertThat(bot.slack().seen()).isEmpty();
    bot.slack().api().fail(200);

    assertThat(answerLeft()).isEqualTo(1);

    Seen card = bot.slack().awaitMessage(1);
    assertThat(card.channel()).isEqualTo(bot.ann().direct());
    assertThat(card.texts()).contains("bot.answered-again");
    assertThat(answerLeft()).isZero();
  }

  @Test
  void whatNobodyKnowsYetIsFoundAgainInTheDirectMessage() {
    Seen preview = preview();
    bot.billing()
        .on(
            WriteRequest.ApplyCredit.class,
            new ApiResult.Unknown<>(io.tillbot.core.billing.ApiResult.UnknownCause.TIMED_OUT));
    account("121.00", "100.00");
    bot.press(SlackBot.ANN, preview, CONFIRM);
    Awaitility.await().until(() -> bot.slack().seen().size() == 2);
    List<Seen> seen = bot.slack().seen();
    assertThat(seen.getFirst().labels()).doesNotContain(CONFIRM);
    assertThat(seen.getLast().channel()).isEqualTo(bot.ann().direct());
    assertThat(seen.getLast().text()).isEqualTo(seen.getFirst().text());
  }

  @Test
  void whoeverWaitsIsToldThatSomethingIsHappening() {
    bot.close();
    bot = SlackBot.wondering();
    anAccount();
    bot.ann().types(FakeSlack.CHANNEL, "/credit");
    Seen sign = bot.slack().awaitMessage(1);
    assertThat(sign.texts()).containsExactly("slack.working");
    assertThat(sign.isEphemeral()).isTrue();
    bot.letAnswersGo();
    assertThat(bot.slack().awaitMessage(2).text()).contains("credit.title");
  }

  @Test
  void whoeverGetsTheAnswerAtOnceIsToldNothingElse() {
    credit(FakeSlack.CHANNEL);
    assertThat(bot.slack().awaitMessage(1).text()).contains("credit.title");
    bot.app().close();
    assertThat(bot.slack().seen()).hasSize(1);
  }

  private void credit(String channel) {
    bot.ann().types(channel, "/credit");
    bot.letAnswersGo();
  }

  private Seen preview() {
    account("121.00", "150.50");
    bot.type("/billing pay 123 50");
    Seen preview = bot.slack().awaitMessage(1);
    account("121.00", "150.50");
    return preview;
  }

  private void account(String balance, String credit) {
    bot.billing()
        .gives(ReadRequest.GetCredits.class, new CreditBalance(new BigDecimal(credit)))
        .gives(
            ReadRequest.GetInvoice.class,
            Samples.payable(123, InvoiceStatus.UNPAID, Samples.eur(balance)));
  }

  /** By another process on the same store, when the first must have stopped. */
  private int answerLeft() {
    TestBot first = bot.bot();
    Clock later = Clock.offset(TestBot.CLOCK, Duration.ofMinutes(20));
    Means means =
        TestMeans.of(first.store(), first.vault(), first.billing(), AllowAll.gatekeeper(), later);
    return new Bot(
            new Catalogue(means, CatalogueSettings.defaults()), means, () -> TestBot.CORRELATION)
        .answerLeft(Platform.SLACK, bot.app().messenger());
  }
}
