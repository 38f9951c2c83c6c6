package io.tillbot.core.execution;

import static io.tillbot.core.support.World.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.operation.State;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.support.FlakyStore.Break;
import io.tillbot.core.support.TermsOf;
import io.tillbot.core.support.World;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What is done by itself. */
class SweepTest {
  private final World world = new World();

  @AutoClose private final QuietLogs logs = new QuietLogs();

  @Test
  void whatNobodyConfirmsExpires() {
    Outcome preview = world.say(ANN, "/pay 123 50");
    world.pass(Lifetimes.usual().proposal());
    assertThat(world.sweep()).isEqualTo(1);
    assertThat(world.state(1)).isEqualTo(State.EXPIRED);
    assertThat(world.press(ANN, preview)).isInstanceOf(Outcome.Refused.class);
    assertThat(world.sweep()).isZero();
  }

  @Test
  void whatIsNotDueIsLeftAlone() {
    world.say(ANN, "/pay 123 50");
    world.pass(Lifetimes.usual().proposal().minusMillis(1));
    assertThat(world.sweep()).isZero();
    assertThat(world.state(1)).isEqualTo(State.PROPOSED);
  }

  @Test
  void whatAProcessLeftConfirmedIsTakenOverWhileItIsFresh() {
    dieBeforeSending();
    world.pass(Lifetimes.usual().press().minusMillis(1));
    world.sweep();
    assertThat(world.state(1)).as("its lease holds").isEqualTo(State.CONFIRMED);
    world.pass(Duration.ofMillis(1));
    world.sweep(world.replica());
    assertThat(world.state(1)).isEqualTo(State.SUCCEEDED);
    assertThat(world.account.sent()).hasSize(1);
  }

  @Test
  void whatWasConfirmedLongAgoExpires() {
    dieBeforeSending();
    world.pass(Lifetimes.usual().confirmed().plusMillis(1));
    world.sweep();
    assertThat(world.state(1)).isEqualTo(State.EXPIRED);
    assertThat(world.account.sent()).isEmpty();
  }

  @Test
  void aProcessThatWasTakenForDeadSendsNothing() {
    Outcome preview = world.say(ANN, "/pay 123 50");
    world.account.atNextRead(
        () -> {
          world.pass(Lifetimes.usual().press());
          world.sweep(world.replica());
        });
    Outcome late = world.press(ANN, preview);
    assertThat(late).as("it is, or was, on its way").isInstanceOf(Outcome.Unknown.class);
    assertThat(world.state(1)).isEqualTo(State.SUCCEEDED);
    assertThat(world.account.sent()).hasSize(1);
  }

  @Test
  void twoSweepsAtOnceDoEachStepOnce() throws Exception {
    world.runBot();
    world.terms(TermsOf.hold(Duration.ofHours(1)));
    world.run(ANN, "/cancel server 42");
    world.pass(Duration.ofHours(1));
    List<World.Replica> processes = List.of(world.replica(), world.replica());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.invokeAll(
          IntStream.range(0, 8)
              .mapToObj(
                  each ->
                      (Callable<Integer>) () -> world.sweep(processes.get(each % processes.size())))
              .toList());
    }
    assertThat(world.state(1)).isEqualTo(State.SUCCEEDED);
    assertThat(world.account.sent()).hasSize(1);
  }

  @Test
  void whatBreaksIsTriedAgainAndKeepsNothingElseBack() {
    world.say(ANN, "/pay 123 50");
    world.say(ANN, "/pay 124 50");
    world.pass(Lifetimes.usual().proposal());
    world.store.breakWrite(1, Break.NOTHING_KEPT);
    world.sweep();
    assertThat(List.of(world.state(1), world.state(2)))
        .containsExactly(State.PROPOSED, State.EXPIRED);
    world.pass(Lifetimes.usual().looks().getFirst());
    world.sweep();
    assertThat(world.state(1)).isEqualTo(State.EXPIRED);
  }

  @Test
  void whatNobodyConfirmedIsForgottenAfterAMonthAndTheRestIsKept() {
    world.say(ANN, "/pay 123 50");
    world.run(ANN, "/pay 124 50");
    world.pass(Lifetimes.usual().proposal());
    world.sweep();
    world.pass(Duration.ofDays(30));
    world.sweep();
    assertThat(world.find(1)).isPresent();
    world.pass(Duration.ofMillis(1));
    world.sweep();
    assertThat(world.find(1)).isEmpty();
    assertThat(world.state(2)).isEqualTo(State.SUCCEEDED);
  }

  private void dieBeforeSending() {
    Outcome preview = world.say(ANN, "/pay 123 50");
    world.account.atNextRead(
        () -> {
          throw new World.ProcessDied();
        });
    assertThat(world.dies(() -> world.press(ANN, preview))).isTrue();
    assertThat(world.state(1)).isEqualTo(State.CONFIRMED);
  }
}
