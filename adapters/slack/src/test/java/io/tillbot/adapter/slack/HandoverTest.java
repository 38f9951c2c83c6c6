package io.tillbot.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class HandoverTest {
  private static final Message MESSAGE = new Message("x", List.of());

  private final Handover handover = new Handover();

  @BeforeEach
  void isWrittenDown() {
    handover.isWrittenDown();
  }

  @Test
  void aMessageThatIsThereInTimeGoesWithTheAcknowledgement() {
    assertThat(handover.takes(MESSAGE)).isTrue();
    assertThat(handover.within(Duration.ZERO)).contains(MESSAGE);
  }

  @Test
  void aMessageThatIsLateGoesItsOwnWay() {
    assertThat(handover.within(Duration.ZERO)).isEmpty();
    assertThat(handover.takes(MESSAGE)).isFalse();
  }

  @Test
  void whatWasHereBeforeIsAcknowledgedAtOnceWithNothing() {
    Handover repeated = new Handover();
    repeated.wasHereBefore();
    assertThat(repeated.within(Duration.ofHours(1))).isEmpty();
  }

  @Test
  void nothingIsAcknowledgedBeforeItIsWrittenDown() throws InterruptedException {
    Handover unwritten = new Handover();
    Thread acknowledging = Thread.ofVirtual().start(unwritten::awaitWriting);
    assertThat(acknowledging.join(Duration.ofMillis(50))).isFalse();
    unwritten.isWrittenDown();
    assertThat(acknowledging.join(Duration.ofSeconds(10))).isTrue();
  }

  @RepeatedTest(200)
  void whateverTheOrderAMessageGoesOneWay() throws InterruptedException {
    boolean[] taken = new boolean[1];
    Thread worker = Thread.ofVirtual().start(() -> taken[0] = handover.takes(MESSAGE));
    boolean isInTime = handover.within(Duration.ofNanos(20_000)).isPresent();
    worker.join(Duration.ofSeconds(10));
    assertThat(taken[0]).isEqualTo(isInTime);
  }
}
