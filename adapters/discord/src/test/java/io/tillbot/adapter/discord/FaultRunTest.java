package io.tillbot.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillbot.adapter.discord.fake.FakeInteraction;
import io.tillbot.adapter.discord.fake.FakeInteraction.Kind;
import io.tillbot.adapter.discord.fake.FakeMessage;
import io.tillbot.adapter.discord.fake.Person;
import io.tillbot.adapter.discord.fake.Room;
import io.tillbot.core.Samples;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.billing.request.WriteRequest;
import io.tillbot.core.support.LiveAccount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Many commands while things go wrong. */
class FaultRunTest {
  private static final Logger LOG = LoggerFactory.getLogger(FaultRunTest.class);
  private static final int COMMANDS = 500;
  private static final long SEED = 7;
  private static final Duration EVERY = Duration.ofMillis(40);

  private final Stage stage = new Stage();
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);

  @AfterEach
  void leave() {
    timer.shutdownNow();
    stage.closeAfterRefusals();
  }

  /** Half of them previews of top-ups, each of another amount; half of them their confirmations. */
  @Test
  void whileTheConnectionIsCutAtRandomNothingIsSentTwiceAndWhatWasAcknowledgedIsAnswered()
      throws InterruptedException {
    LiveAccount account = new LiveAccount(stage.billing);
    stage.billing.always(
        WriteRequest.CreateAddFunds.class, new ApiResult.Refused<>(Samples.refusal("no")));
    assertThat(account.sent()).isEmpty();
    List<FakeInteraction> given = new ArrayList<>();
    AtomicInteger previews = new AtomicInteger();
    CountDownLatch all = new CountDownLatch(COMMANDS / 2);
    Random random = new Random(SEED);
    timer.scheduleAtFixedRate(
        () -> {
          if (all.getCount() == 0) {
            return;
          }
          synchronized (given) {
            given.add(
                stage.discord.slash(
                    Person.ANN,
                    Room.LOBBY,
                    "top-up",
                    Map.of("amount", Integer.toString(100 + previews.incrementAndGet()))));
          }
          all.countDown();
        },
        0,
        EVERY.toMillis(),
        TimeUnit.MILLISECONDS);
    cutAtRandom(random, all);
    assertThat(all.await(2, TimeUnit.MINUTES)).isTrue();
    List<FakeInteraction> asked = copied(given);
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> asked.stream().filter(FaultRunTest::isAcknowledged).allMatch(this::isAnswered));

    List<FakeInteraction> pressed = new ArrayList<>();
    CountDownLatch confirmed = new CountDownLatch(1);
    cutAtRandom(random, confirmed);
    for (FakeInteraction preview : asked) {
      preview
          .answer()
          .filter(message -> message.buttons().containsKey("Confirm"))
          .ifPresent(
              message -> {
                String button = message.buttons().get("Confirm");
                pressed.add(stage.discord.press(Person.ANN, message, button));
                pressed.add(stage.discord.press(Person.ANN, message, button));
                stage.discord.deliverAgain();
              });
    }
    confirmed.countDown();
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> pressed.stream().filter(FaultRunTest::isAcknowledged).allMatch(this::isAnswered));
    stage.restart();
    stage.answerLeft();
    assertThat(pressed).filteredOn(FaultRunTest::isAcknowledged).allMatch(this::isAnswered);

    long acknowledged = asked.stream().filter(FaultRunTest::isAcknowledged).count();
    long presses = pressed.stream().filter(FaultRunTest::isAcknowledged).count();
    Map<Object, Integer> writes = new HashMap<>();
    stage.billing.requests().stream()
        .filter(WriteRequest.CreateAddFunds.class::isInstance)
        .forEach(write -> writes.merge(write, 1, Integer::sum));
    LOG.info(
        "{} of {} commands and {} of {} presses acknowledged, {} writes, {} resumptions, {}"
            + " sessions",
        acknowledged,
        asked.size(),
        presses,
        pressed.size(),
        writes.size(),
        stage.discord.resumed(),
        stage.discord.identified());
    assertThat(acknowledged).as("most come through").isGreaterThan(COMMANDS / 8);
    assertThat(stage.discord.resumed()).as("it was really cut").isPositive();
    assertThat(writes.values()).allMatch(times -> times == 1);
    assertThat(writes).isNotEmpty();
  }

  private void cutAtRandom(Random random, CountDownLatch until) {
    timer.schedule(
        () -> {
          if (until.getCount() > 0) {
            stage.discord.cut();
            cutAtRandom(random, until);
          }
        },
        500 + random.nextInt(3_500),
        TimeUnit.MILLISECONDS);
  }

  private static List<FakeInteraction> copied(List<FakeInteraction> given) {
    synchronized (given) {
      return List.copyOf(given);
    }
  }

  private static boolean isAcknowledged(FakeInteraction interaction) {
    return interaction.kind().isPresent();
  }

  private boolean isAnswered(FakeInteraction interaction) {
    FakeMessage message = interaction.answer().orElse(null);
    return !interaction.followUps().isEmpty()
        || message != null
            && (interaction.kind().orElseThrow() == Kind.MESSAGE
                || !message.buttons().containsKey("Confirm")
                || interaction.kind().orElseThrow() == Kind.DEFERRED_MESSAGE);
  }

  @Test
  void anApiThatTakesTenSecondsDelaysNoAcknowledgement() {
    new LiveAccount(stage.billing);
    stage.billing.always(ReadRequest.DownloadInvoice.class, new ApiResult.Done<>(Samples.PDF));
    stage.gate.shut();
    List<FakeInteraction> asked = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      asked.add(
          stage.discord.slash(
              Person.ANN, Room.LOBBY, "invoice", Map.of("id", Integer.toString(200 + i))));
    }
    await()
        .atMost(Stage.LONGEST)
        .until(() -> asked.stream().allMatch(FaultRunTest::isAcknowledged));
    timer.schedule(() -> stage.gate.open(), 10, TimeUnit.SECONDS);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> asked.stream().allMatch(one -> one.answer().isPresent()));
    assertThat(asked)
        .allSatisfy(
            one ->
                assertThat(one.acknowledgedAfter().orElseThrow()).isLessThan(Duration.ofSeconds(3)))
        .allSatisfy(one -> assertThat(one.answer().orElseThrow().isEphemeral()).isTrue());
  }
}
