package io.tillbot.adapter.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ShortMemoryTest {
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final AtomicInteger readings = new AtomicInteger();
  private final ShortMemory memory =
      new ShortMemory(() -> List.of(Proposal.of("1" + readings.incrementAndGet())), now::get);

  @Test
  void whatWasReadIsRememberedForAMinute() {
    assertThat(memory.get()).containsExactly(Proposal.of("11"));
    now.set(Instant.EPOCH.plusSeconds(59));
    assertThat(memory.get()).containsExactly(Proposal.of("11"));
    now.set(Instant.EPOCH.plusSeconds(60));
    assertThat(memory.get()).containsExactly(Proposal.of("12"));
  }

  @Test
  void whatWasForgottenIsReadAnew() {
    memory.get();
    memory.forget();
    assertThat(memory.get()).containsExactly(Proposal.of("12"));
  }

  @Test
  @Timeout(20)
  void nobodyWaitsLongAndWhatComesLateServesTheNext() {
    CountDownLatch slow = new CountDownLatch(1);
    ShortMemory late =
        new ShortMemory(
            () -> {
              readings.incrementAndGet();
              await(slow);
              return List.of(Proposal.of("7"));
            },
            now::get);
    assertThat(late.get()).isEmpty();
    slow.countDown();
    Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !late.get().isEmpty());
    assertThat(readings).hasValue(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(15, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aFaultProposesNothingAndIsTriedAgain() {
    ShortMemory faulty =
        new ShortMemory(
            () -> {
              if (readings.incrementAndGet() == 1) {
                throw new IllegalStateException("no store");
              }
              return List.of(Proposal.of("5"));
            },
            now::get);
    assertThat(faulty.get()).isEmpty();
    assertThat(faulty.get()).containsExactly(Proposal.of("5"));
  }

  @Test
  void atMostAHundredAreRemembered() {
    ShortMemory many =
        new ShortMemory(
            () ->
                IntStream.rangeClosed(1, 5_000)
                    .mapToObj(id -> Proposal.of(Integer.toString(id)))
                    .toList(),
            now::get);
    assertThat(many.get()).hasSize(100).first().isEqualTo(Proposal.of("1"));
  }
}
