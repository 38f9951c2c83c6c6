package io.tillbot.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillbot.adapter.discord.fake.FakeInteraction;
import io.tillbot.adapter.discord.fake.FakeMessage;
import io.tillbot.adapter.discord.fake.Person;
import io.tillbot.adapter.discord.fake.Room;
import io.tillbot.core.Samples;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.model.CreditBalance;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.billing.request.WriteRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What Discord delivers again is done once, and an answer that did not get through is given again.
 */
class RedeliveryTest {
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final String AGAIN =
      "This answer may come a second time: the first one may not have arrived.";

  private final Stage stage = new Stage();

  @BeforeEach
  void anAccount() {
    stage
        .billing
        .always(ReadRequest.GetInvoices.class, new ApiResult.Done<>(Samples.list()))
        .always(ReadRequest.GetClient.class, new ApiResult.Done<>(Samples.client("EUR")))
        .always(
            ReadRequest.GetCredits.class,
            new ApiResult.Done<>(new CreditBalance(new BigDecimal("150.50"))))
        .always(WriteRequest.CreateAddFunds.class, new ApiResult.Refused<>(Samples.refusal("no")));
  }

  @AfterEach
  void leave() {
    stage.close();
  }

  @Test
  void aCommandThatComesAgainIsDoneOnce() {
    stage.say("credit", Map.of());
    stage.discord.deliverAgain();
    stage.say("credit", Map.of());
    stage.stop();
    assertThat(callbacks()).as("the one that came again got nothing").isEqualTo(2);
    assertThat(requests(ReadRequest.GetCredits.class)).isEqualTo(2);
  }

  @Test
  void aCommandThatComesAgainWhileTheFirstRunsIsDoneOnce() {
    stage.gate.shut();
    FakeInteraction asked = stage.discord.slash(Person.ANN, Room.LOBBY, "credit", Map.of());
    await().atMost(LONGEST).until(() -> asked.kind().isPresent());
    stage.discord.deliverAgain();
    stage.gate.open();
    Stage.answer(asked);
    stage.stop();
    assertThat(callbacks()).isEqualTo(1);
    assertThat(requests(ReadRequest.GetCredits.class)).isEqualTo(1);
  }

  @Test
  void aPressThatComesAgainIsSentOnceAndNobodyIsToldThatItWasUsed() {
    FakeMessage preview = preview();
    FakeInteraction pressed = confirm(preview);
    stage.discord.deliverAgain();
    await().atMost(LONGEST).until(() -> preview.edits() > 1);
    stage.stop();
    assertThat(requests(WriteRequest.CreateAddFunds.class)).isEqualTo(1);
    assertThat(pressed.followUps()).isEmpty();
  }

  @Test
  void anOutcomeThatDidNotGetThroughIsGivenAgainByWhicheverProcessAndNotSentAgain() {
    FakeMessage preview = preview();
    stage.discord.failLater(2);
    confirm(preview);
    await().atMost(LONGEST).until(() -> stage.discord.failingLater() == 0);
    assertThat(preview.buttons()).containsKey("Confirm");

    assertThat(stage.answerLeft()).isEqualTo(1);

    assertThat(preview.footer()).contains(AGAIN);
    assertThat(preview.buttons()).doesNotContainKey("Confirm");
    assertThat(requests(WriteRequest.CreateAddFunds.class)).isEqualTo(1);
    assertThat(stage.answerLeft()).as("it has its answer now").isZero();
  }

  private FakeMessage preview() {
    return stage.say("top-up", Map.of("amount", "25"));
  }

  private FakeInteraction confirm(FakeMessage preview) {
    return stage.discord.press(Person.ANN, preview, preview.buttons().get("Confirm"));
  }

  private long callbacks() {
    return stage.discord.requests().stream().filter("POST callback"::equals).count();
  }

  private long requests(Class<?> type) {
    return stage.billing.requests().stream().filter(type::isInstance).count();
  }
}
