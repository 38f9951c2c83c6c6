package io.tillbot.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.tillbot.adapter.slack.fake.FakeSlack;
import io.tillbot.adapter.slack.fake.Posts;
import io.tillbot.adapter.slack.fake.Seen;
import io.tillbot.core.Bot;
import io.tillbot.core.Catalogue;
import io.tillbot.core.CatalogueSettings;
import io.tillbot.core.Samples;
import io.tillbot.core.access.Platform;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.model.CreditBalance;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.billing.request.WriteRequest;
import io.tillbot.core.execution.Means;
import io.tillbot.core.support.AllowAll;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.TestMeans;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What Slack delivers again is done once, and an answer that did not get through is given again.
 */
class RedeliveryTest {
  private final SlackBot bot = SlackBot.impatient();

  @BeforeEach
  void anAccount() {
    bot.billing()
        .always(ReadRequest.GetInvoices.class, new ApiResult.Done<>(Samples.list()))
        .always(ReadRequest.GetClient.class, new ApiResult.Done<>(Samples.client("EUR")))
        .always(
            ReadRequest.GetCredits.class,
            new ApiResult.Done<>(new CreditBalance(new BigDecimal("150.50"))))
        .always(WriteRequest.CreateAddFunds.class, new ApiResult.Refused<>(Samples.refusal("no")));
  }

  @AfterEach
  void nothingWasRefused() {
    assertThat(bot.slack().refusals()).isEmpty();
    bot.close();
  }

  @Test
  void aCommandThatComesAgainGetsAnEmptyAcknowledgementAndIsNotDoneAgain() {
    String body = credit();
    assertThat(bot.slack().post(bot.app(), body).status()).isEqualTo(200);
    SlackResponse again = bot.slack().post(bot.app(), body);

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).isEmpty();
    bot.letAnswersGo();
    bot.slack().awaitMessage(1);

    SlackResponse late = bot.slack().post(bot.app(), body);
    assertThat(late.body()).as("also when it was answered long ago").isEmpty();
    bot.slack().awaitMessage(1);
    assertThat(reads()).isEqualTo(3);
  }

  @Test
  void theSameCommandGivenTwiceIsDoneTwice() {
    bot.type("/credit");
    bot.type("/credit");
    bot.slack().awaitMessage(2);
  }

  @Test
  void aPressThatComesAgainPaysOnceAndItsOutcomeStands() {
    bot.type("/billing top-up 25");
    Seen preview = bot.slack().awaitMessage(1);
    JsonObject pressed = bot.slack().pressed(SlackBot.ANN, preview, "button.confirm");
    bot.slack().post(bot.app(), FakeSlack.payload(pressed));
    bot.slack().post(bot.app(), FakeSlack.payload(pressed));

    Awaitility.await().until(() -> bot.slack().seen().getFirst().labels().isEmpty());
    bot.app().close();
    assertThat(bot.slack().seen()).as("nobody is told that the button was used").hasSize(1);
    assertThat(topUps()).isEqualTo(1);
  }

  @Test
  void anAnswerThatDidNotGetThroughIsGivenAgainByWhicheverProcess() {
    nothingGetsThrough();
    bot.type("/credit");
    everythingGetsThroughAgain();
    assertThat(bot.slack().seen()).isEmpty();

    answerLeft();

    Seen card = bot.slack().awaitMessage(1);
    assertThat(card.user()).isEqualTo(SlackBot.ANN);
    assertThat(card.texts()).contains("bot.answered-again");
    assertThat(answerLeft()).as("it has its answer now").isZero();
  }

  @Test
  void aConfirmationWhoseAnswerWasLostIsReplacedByWhatBecameOfItAndNotSentAgain() {
    bot.type("/billing top-up 25");
    Seen preview = bot.slack().awaitMessage(1);
    nothingGetsThrough();
    bot.press(SlackBot.ANN, preview, "button.confirm");
    everythingGetsThroughAgain();

    answerLeft();

    assertThat(bot.slack().awaitMessage(1).texts()).contains("bot.answered-again");
    assertThat(topUps()).isEqualTo(1);
  }

  private void nothingGetsThrough() {
    bot.slack().failAnswers(503);
    bot.slack().api().fail(500);
  }

  /** When all that was begun has come to its end. */
  private void everythingGetsThroughAgain() {
    Awaitility.await().until(() -> bot.slack().failedAnswers() == 2);
    bot.app().close();
    bot.slack().mendAnswers();
    bot.slack().api().fail(200);
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

  private String credit() {
    return Posts.form(
        Posts.command(SlackBot.ANN, "C1", "/credit", "", bot.slack().commandAddress(SlackBot.ANN)));
  }

  private long reads() {
    return bot.billing().requests().stream().filter(ReadRequest.class::isInstance).count();
  }

  private long topUps() {
    return bot.billing().requests().stream()
        .filter(WriteRequest.CreateAddFunds.class::isInstance)
        .count();
  }
}
