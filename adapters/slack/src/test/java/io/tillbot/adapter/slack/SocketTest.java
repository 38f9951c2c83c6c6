package io.tillbot.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.tillbot.adapter.slack.fake.Acknowledgement;
import io.tillbot.adapter.slack.fake.Delivery;
import io.tillbot.adapter.slack.fake.FakeSlack;
import io.tillbot.adapter.slack.fake.Person;
import io.tillbot.adapter.slack.fake.Seen;
import io.tillbot.core.Samples;
import io.tillbot.core.access.Secret;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.model.CreditBalance;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.billing.request.WriteRequest;
import io.tillbot.core.support.LogCapture;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private SlackBot bot = SlackBot.patient();
  private SlackSocket socket = opened(QUICK);

  private SlackSocket opened(SocketPace pace) {
    return bot.app().openSocket(Secret.of(FakeSlack.APP_TOKEN), pace);
  }

  private FakeSlack slack() {
    return bot.slack();
  }

  private Person ann() {
    return slack().person(SlackBot.ANN, slack().socket());
  }

  private CompletableFuture<Acknowledgement> types(String line) {
    return CompletableFuture.supplyAsync(() -> ann().types(FakeSlack.CHANNEL, line), threads);
  }

  private void awaitConnection() {
    Awaitility.await().until(() -> slack().sockets() == 1);
  }

  private void with(SlackBot other) {
    socket.close();
    bot.close();
    bot = other;
    socket = opened(QUICK);
    awaitConnection();
  }

  @AfterEach
  void nothingWasRefused() {
    assertThat(slack().refusals()).isEmpty();
    socket.close();
    bot.close();
    threads.close();
  }

  @Test
  void anAnswerThatIsThereAtOnceGoesWithTheAcknowledgement() {
    Acknowledgement acknowledgement = ann().types(FakeSlack.CHANNEL, "/billing help");
    assertThat(acknowledgement.body()).contains("help.title");
    assertThat(slack().awaitMessage(1).text()).contains("help.title");
  }

  @Test
  void anAnswerThatTakesLongerFollowsTheEmptyAcknowledgement() {
    with(SlackBot.impatient());
    Acknowledgement acknowledgement = ann().types(FakeSlack.CHANNEL, "/billing help");
    assertThat(acknowledgement.isInTime()).isTrue();
    assertThat(acknowledgement.body()).isEmpty();
    bot.letAnswersGo();
    assertThat(slack().awaitMessage(1).text()).contains("help.title");
  }

  @Test
  void aPressIsAcknowledgedWithoutAnAnswerAndPaysOnceHoweverOftenAndWhicheverWayItComes() {
    topUp();
    ann().types(FakeSlack.CHANNEL, "/billing top-up 25");
    Seen preview = slack().awaitMessage(1);
    JsonObject pressed = slack().pressed(SlackBot.ANN, preview, "button.confirm");
    Delivery press = Delivery.of(Delivery.Kind.INTERACTION, pressed);
    for (int i = 0; i < 3; i++) {
      assertThat(slack().socket().deliver(press).body()).isEmpty();
      assertThat(slack().http(bot.app()).deliver(press).body()).isEmpty();
    }
    Awaitility.await().until(() -> slack().seen().getFirst().labels().isEmpty());
    assertThat(topUps()).isEqualTo(1);
    assertThat(slack().seen()).hasSize(1);
  }

  @Test
  void aCommandThatComesAgainIsAnsweredAsBeforeAndNotDoneAgain() {
    topUp();
    Delivery command = ann().command(FakeSlack.CHANNEL, "/credit");
    Acknowledgement first = slack().socket().deliver(command);
    Acknowledgement again = slack().socket().deliver(command.again(1, "timeout"));
    assertThat(again.body()).isEqualTo(first.body()).isNotEmpty();
    assertThat(bot.billing().requests()).hasSize(3);
  }

  @Test
  void anAnswerThatWasLostWithItsConnectionIsGivenAgain() {
    with(SlackBot.held());
    CompletableFuture<Acknowledgement> acknowledgement = types("/billing help");
    Awaitility.await().until(bot::isAsked);
    slack().freezeSockets();
    bot.letAnswersGo();
    slack().cutSockets();
    slack().thawSockets();
    assertThat(acknowledgement.join().body()).contains("help.title");
    assertThat(slack().seen()).hasSize(1);
    assertThat(slack().redelivered()).isEqualTo(1);
  }

  @Test
  void whateverIsUnderWayWhenTheWireIsCutIsAcknowledgedAndAnswered() {
    with(SlackBot.with(options -> options));
    List<CompletableFuture<Acknowledgement>> all = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      all.add(types("/billing help"));
      if (i % 20 == 19) {
        slack().cutSockets();
      }
    }
    all.forEach(one -> assertThat(one.join().status()).isEqualTo(200));
    Awaitility.await().until(() -> answered() >= 200);
    assertThat(answered()).isEqualTo(200);
  }

  @Test
  void beforeAConnectionIsRefreshedThereIsAnother() {
    with(SlackBot.held());
    CompletableFuture<Acknowledgement> underWay = types("/billing help");
    Awaitility.await().until(bot::isAsked);
    slack().refreshSockets();
    awaitConnection();
    bot.letAnswersGo();
    assertThat(underWay.join().body()).contains("help.title");
    assertThat(types("/billing help").join().body()).contains("help.title");
  }

  @Test
  void aWarningOpensTheNextConnectionWhileTheOldOneServes() {
    awaitConnection();
    slack().warnSockets();
    Awaitility.await().until(() -> slack().api().calls("apps.connections.open") == 2);
    assertThat(types("/billing help").join().body()).contains("help.title");
    awaitConnection();
  }

  @Test
  void aConnectionThatSlackDoesNotGiveIsAskedForAgainUntilItDoes() {
    awaitConnection();
    slack().api().fail(503);
    slack().cutSockets();
    CompletableFuture<Acknowledgement> waiting = types("/billing help");
    long asked = slack().api().calls("apps.connections.open");
    Awaitility.await().until(() -> slack().api().calls("apps.connections.open") > asked + 2);
    slack().api().fail(200);
    assertThat(waiting.join().body()).contains("help.title");
  }

  @Test
  void aConnectionFromWhichNothingIsHeardIsReplaced() {
    socket.close();
    socket =
        opened(
            new SocketPace(
                Duration.ofMillis(50),
                Duration.ofMillis(300),
                Duration.ofMillis(20),
                Duration.ofMillis(200)));
    awaitConnection();
    long before = slack().api().calls("apps.connections.open");
    slack().freezeSockets();
    Awaitility.await().until(() -> slack().api().calls("apps.connections.open") > before);
    slack().thawSockets();
    assertThat(types("/billing help").join().body()).contains("help.title");
  }

  @Test
  void whatIsMalformedIsAcknowledgedAndDropped() {
    JsonObject nothing = new JsonObject();
    JsonObject unheardOf = new JsonObject();
    unheardOf.addProperty("type", "unheard_of");
    JsonObject half = new JsonObject();
    half.addProperty("type", "block_actions");
    half.addProperty("actions", "canary");
    JsonObject challenge = new JsonObject();
    challenge.addProperty("type", "url_verification");
    challenge.addProperty("challenge", "c-123");
    JsonObject large = new JsonObject();
    large.addProperty("command", "x".repeat(1 << 20));
    List<Delivery> malformed =
        List.of(
            Delivery.of(Delivery.Kind.COMMAND, nothing),
            Delivery.of(Delivery.Kind.COMMAND, large),
            Delivery.of(Delivery.Kind.EVENT, nothing),
            Delivery.of(Delivery.Kind.EVENT, challenge),
            Delivery.of(Delivery.Kind.INTERACTION, unheardOf),
            Delivery.of(Delivery.Kind.INTERACTION, half));
    try (LogCapture log = LogCapture.of(SlackSocket.class)) {
      for (Delivery one : malformed) {
        Acknowledgement acknowledgement = slack().socket().deliver(one);
        assertThat(acknowledgement.status()).isEqualTo(200);
        assertThat(acknowledgement.body()).isEmpty();
      }
      assertThat(log.lines().toString()).doesNotContain("canary").doesNotContain("c-123");
    }
    assertThat(types("/billing help").join().body()).contains("help.title");
    assertThat(slack().api().calls("apps.connections.open")).isEqualTo(1);
  }

  @Test
  void aHundredHandlersThatBreakDeafenNobody() {
    bot.bot().vault().failWith("The disk is full");
    List<CompletableFuture<Acknowledgement>> all = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      all.add(types("/credit"));
    }
    all.forEach(one -> assertThat(one.join().status()).isEqualTo(200));
    slack().awaitMessage(100);
  }

  @Test
  void handlersThatTakeTheirTimeKeepNobodyWaiting() {
    with(SlackBot.impatient());
    List<CompletableFuture<Acknowledgement>> all = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      all.add(types("/billing help"));
    }
    all.forEach(one -> assertThat(one.join().isInTime()).isTrue());
    bot.letAnswersGo();
    Awaitility.await().until(() -> answered() == 200);
  }

  @Test
  void whatWasTakenIsAcknowledgedBeforeItHangsUpAndAnsweredAfterwards() {
    with(SlackBot.held());
    CompletableFuture<Acknowledgement> underWay = types("/billing help");
    Awaitility.await().until(bot::isAsked);
    CompletableFuture<Void> closing = CompletableFuture.runAsync(socket::close, threads);
    bot.letAnswersGo();
    assertThat(underWay.join().body()).contains("help.title");
    closing.join();
    Awaitility.await().until(() -> slack().sockets() == 0);
  }

  private long answered() {
    return slack().seen().stream().filter(seen -> seen.text().contains("help.title")).count();
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
