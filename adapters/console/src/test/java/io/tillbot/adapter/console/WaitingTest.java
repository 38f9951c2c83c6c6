package io.tillbot.adapter.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tillbot.core.reply.Outcome;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WaitingTest {
  private final CountDownLatch end = new CountDownLatch(1);
  private final ScriptedTerminal terminal = new ScriptedTerminal();
  private final Waiting waiting =
      new Waiting(terminal, new Talking(terminal, new Written(new SampleTexts(), Locale.ENGLISH)));

  @AfterEach
  void letGo() {
    end.countDown();
  }

  @Test
  void whatComesAtOnceIsWaitedForInSilence() {
    assertThat(waiting.forAnswer(() -> Partner.answered("x"))).contains(Partner.answered("x"));
    assertThat(terminal.passing()).isEmpty();
    assertThat(terminal.shown()).isEmpty();
  }

  @Test
  void afterASecondAPassingLineSaysThatOneWaits() {
    CompletableFuture<Optional<Outcome>> waited =
        CompletableFuture.supplyAsync(() -> waiting.forAnswer(this::late));
    await().until(() -> !terminal.passing().isEmpty());
    end.countDown();
    assertThat(waited.join()).contains(Partner.answered("late"));
    assertThat(terminal.passing()).containsExactly("  console.waiting");
    terminal.print("the line is gone");
  }

  @Test
  void ctrlCEndsTheWaitForAnAnswerAtOnce() {
    CompletableFuture<Optional<Outcome>> waited =
        CompletableFuture.supplyAsync(() -> waiting.forAnswer(this::late));
    await()
        .until(
            () -> {
              terminal.interrupt();
              return waited.isDone();
            });
    assertThat(waited.join()).isEmpty();
    assertThat(end.getCount()).as("the answer has not come").isOne();
  }

  @Test
  void ctrlCNeverEndsTheWaitForAChange() {
    CompletableFuture<Outcome> waited =
        CompletableFuture.supplyAsync(() -> waiting.forChange(this::late));
    await().until(() -> !terminal.passing().isEmpty());
    terminal.interrupt();
    await().until(() -> terminal.shown().contains("console.sending.wait"));
    assertThat(waited).isNotDone();
    end.countDown();
    assertThat(waited.join()).isEqualTo(Partner.answered("late"));
  }

  @Test
  void aFaultIsTheCallersToTell() {
    Supplier<Outcome> faulty =
        () -> {
          throw new IllegalStateException("broken");
        };
    assertThatThrownBy(() -> waiting.forAnswer(faulty)).hasMessage("broken");
    assertThatThrownBy(() -> waiting.forChange(faulty)).hasMessage("broken");
  }

  @Test
  void afterTheWaitCtrlCDoesNothing() {
    waiting.forAnswer(() -> Partner.answered("x"));
    terminal.interrupt();
    assertThat(waiting.forAnswer(() -> Partner.answered("y"))).contains(Partner.answered("y"));
  }

  private Outcome late() {
    try {
      assertThat(end.await(20, TimeUnit.SECONDS)).isTrue();
      return Partner.answered("late");
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
