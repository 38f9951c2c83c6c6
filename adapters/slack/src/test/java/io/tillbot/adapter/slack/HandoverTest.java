package io.tillbot.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class HandoverTest {
  private static final Message MESSAGE = new Message("x", List.of());

  private final Handover handover = new Handover();

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

  @RepeatedTest(200)
  void whateverTheOrderAMessageGoesOneWay() throws InterruptedException {
    boolean[] taken = new boolean[1];
    Thread worker = Thread.ofVirtual().start(() -> taken[0] = handover.takes(MESSAGE));
    boolean isInTime = handover.within(Duration.ofNanos(20_000)).isPresent();
    worker.join(Duration.ofSeconds(10));
    assertThat(taken[0]).isEqualTo(isInTime);
  }
}
