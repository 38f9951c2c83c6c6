package io.tillbot.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.tillbot.core.Samples;
import io.tillbot.core.access.Secret;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.model.CreditBalance;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.billing.request.WriteRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Socket Mode, through the real Bolt. */
class SocketTest {
  private static final SocketPace QUICK =
      new SocketPace(
          Duration.ofMillis(100),
          Duration.ofSeconds(10),
          Duration.ofMillis(20),
          Duration.ofMillis(200));

  private SlackBot bot = SlackBot.patient();
  private SlackSocket socket = opened();

  private SlackSocket opened() {
    return bot.app().openSocket(Secret.of(FakeSocket.APP_TOKEN), QUICK);
  }

  private FakeSocket slack() {
    return bot.slack().socket();
  }

  private void awaitConnection() {
    Awaitility.await().until(() -> slack().open() == 1);
  }

  private void impatient() {
    socket.close();
    bot.close();
    bot = SlackBot.impatient();
    socket = opened();
  }

  @AfterEach
  void nothingWasRefused() {
    assertThat(bot.slack().refusals()).isEmpty();
    assertThat(slack().refusals()).isEmpty();
    socket.close();
    bot.close();
  }

  @Test
  void anAnswerThatIsThereAtOnceGoesWithTheAcknowledgement() {
    awaitConnection();
    String id = bot.slack().typeThroughSocket(SlackBot.ANN, "/billing", "help");
    assertThat(bot.slack().awaitMessage(1).text()).contains("help.title");
    assertThat(slack().hasAnswer(id)).isTrue();
  }

  @Test
  void anAnswerThatTakesLongerFollowsTheEmptyAcknowledgement() {
    impatient();
    awaitConnection();
    String id = bot.slack().typeThroughSocket(SlackBot.ANN, "/billing", "help");
    Awaitility.await().until(() -> slack().isAcknowledged(id));
    assertThat(slack().hasAnswer(id)).isFalse();
    bot.letAnswersGo();
    assertThat(bot.slack().awaitMessage(1).text()).contains("help.title");
  }

  @Test
  void aPressIsAcknowledgedWithoutAnAnswerAndPaysOnceHoweverOftenItComes() {
    topUp();
    awaitConnection();
    bot.slack().typeThroughSocket(SlackBot.ANN, "/billing", "top-up 25");
    Seen preview = bot.slack().awaitMessage(1);
    JsonObject pressed = bot.slack().pressed(SlackBot.ANN, preview, "button.confirm");
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ids.add(slack().deliver("interactive", pressed));
    }
    Awaitility.await().until(() -> ids.stream().allMatch(slack()::isAcknowledged));
    Awaitility.await().until(() -> bot.slack().seen().getFirst().labels().isEmpty());
    assertThat(ids).noneMatch(slack()::hasAnswer);
    assertThat(topUps()).isEqualTo(1);
  }

  @Test
  void whatCameByHttpAndComesAgainThroughTheSocketIsDoneOnce() {
    topUp();
    awaitConnection();
    bot.type("/billing top-up 25");
    Seen preview = bot.slack().awaitMessage(1);
    JsonObject pressed = bot.slack().pressed(SlackBot.ANN, preview, "button.confirm");
    bot.slack().post(bot.app(), FakeSlack.payload(pressed));
    String id = slack().deliver("interactive", pressed);
    Awaitility.await().until(() -> slack().isAcknowledged(id));
    Awaitility.await().until(() -> bot.slack().seen().getFirst().labels().isEmpty());
    assertThat(topUps()).isEqualTo(1);
  }

  @Test
  void anAcknowledgementThatWasLostWithItsConnectionIsGivenAgainWithItsAnswer() {
    awaitConnection();
    slack().swallow(1);
    String id = bot.slack().typeThroughSocket(SlackBot.ANN, "/billing", "help");
    Awaitility.await().until(() -> slack().hasAnswer(id));
    assertThat(bot.slack().seen()).hasSize(1);
    assertThat(slack().connections()).isEqualTo(2);
  }

  @Test
  void anAcknowledgementThatFindsNoConnectionWaitsForTheNext() {
    impatient();
    awaitConnection();
    String id = bot.slack().typeThroughSocket(SlackBot.ANN, "/billing", "help");
    slack().cut();
    Awaitility.await().until(() -> slack().isAcknowledged(id));
    bot.letAnswersGo();
    bot.slack().awaitMessage(1);
  }

  @Test
  void beforeAConnectionIsRefreshedThereIsAnother() {
    awaitConnection();
    slack().refresh();
    Awaitility.await().until(() -> slack().connections() == 2);
    bot.slack().typeThroughSocket(SlackBot.ANN, "/billing", "help");
    bot.slack().awaitMessage(1);
    Awaitility.await().untilAsserted(() -> assertThat(slack().open()).isEqualTo(1));
  }

  @Test
  void aConnectionThatSlackDoesNotGiveIsAskedForAgain() {
    awaitConnection();
    slack().refuse("HTTP 503");
    slack().cut();
    String id = bot.slack().typeThroughSocket(SlackBot.ANN, "/billing", "help");
    int asked = slack().asked();
    Awaitility.await().until(() -> slack().asked() > asked + 2);
    slack().refuse(null);
    Awaitility.await().until(() -> slack().hasAnswer(id));
  }

  @Test
  void whatIsMalformedIsAcknowledgedAndDropped() {
    awaitConnection();
    List<String> ids = new ArrayList<>();
    ids.add(slack().deliver("interactive", new JsonObject()));
    ids.add(slack().deliver("slash_commands", new JsonObject()));
    ids.add(slack().deliver("events_api", new JsonObject()));
    ids.add(slack().deliver("unheard_of", new JsonObject()));
    JsonObject large = new JsonObject();
    large.addProperty("command", "x".repeat(1 << 20));
    ids.add(slack().deliver("slash_commands", large));
    slack().say("{");
    slack().say("{}");
    slack().say("[]");
    slack().say("");
    Awaitility.await().until(() -> ids.stream().allMatch(slack()::isAcknowledged));
    assertThat(ids).noneMatch(slack()::hasAnswer);
    bot.slack().typeThroughSocket(SlackBot.ANN, "/billing", "help");
    bot.slack().awaitMessage(1);
    assertThat(slack().connections()).isEqualTo(1);
  }

  @Test
  void aHundredHandlersThatBreakDeafenNobody() {
    awaitConnection();
    bot.bot().vault().failWith("The disk is full");
    for (int i = 0; i < 100; i++) {
      bot.slack().typeThroughSocket(SlackBot.ANN, "/credit", "");
    }
    bot.slack().awaitMessage(100);
    assertThat(slack().unacknowledged()).isZero();
  }

  @Test
  void handlersThatTakeTheirTimeKeepNobodyWaiting() {
    impatient();
    awaitConnection();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      ids.add(bot.slack().typeThroughSocket(SlackBot.ANN, "/billing", "help"));
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(3))
        .until(() -> ids.stream().allMatch(slack()::isAcknowledged));
    bot.letAnswersGo();
    Awaitility.await().until(() -> bot.slack().seen().size() == 200);
  }

  @Test
  void whatWasTakenIsAcknowledgedBeforeItHangsUp() {
    impatient();
    awaitConnection();
    String id = bot.slack().typeThroughSocket(SlackBot.ANN, "/billing", "help");
    Awaitility.await().until(() -> slack().isAcknowledged(id));
    socket.close();
    Awaitility.await().until(() -> slack().open() == 0);
    String left = bot.slack().typeThroughSocket(SlackBot.ANN, "/billing", "help");
    bot.letAnswersGo();
    bot.slack().awaitMessage(1);
    assertThat(slack().isAcknowledged(left)).isFalse();
  }

  private void topUp() {
    bot.billing()
        .always(ReadRequest.GetInvoices.class, new ApiResult.Done<>(Samples.list()))
        .always(ReadRequest.GetClient.class, new ApiResult.Done<>(Samples.client("EUR")))
        .always(
            ReadRequest.GetCredits.class,
            new ApiResult.Done<>(new CreditBalance(new BigDecimal("150.50"))))
        .always(WriteRequest.CreateAddFunds.class, new ApiResult.Refused<>(Samples.refusal("no")));
  }

  private long topUps() {
    return bot.billing().requests().stream()
        .filter(WriteRequest.CreateAddFunds.class::isInstance)
        .count();
  }
}
