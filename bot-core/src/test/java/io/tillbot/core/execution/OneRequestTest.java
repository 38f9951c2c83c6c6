package io.tillbot.core.execution;

import static io.tillbot.core.support.World.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.operation.State;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.support.Words;
import io.tillbot.core.support.World;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** However often, and wherever, a confirmation is pressed: one request. */
class OneRequestTest {
  private final World world = new World();

  @Test
  void pressedTwiceOneRequestIsSentAndTheSecondIsToldToLookFirst() {
    Outcome preview = world.say(ANN, "/pay 123 50");
    assertThat(world.press(ANN, preview)).isInstanceOf(Outcome.Answered.class);
    assertToldToLookFirst(world.press(ANN, preview));
    assertThat(world.account.sent()).hasSize(1);
  }

  @Test
  void pressedAtAnotherProcessItIsSentOnce() {
    World.Replica other = world.replica();
    Outcome preview = world.say(ANN, "/pay 123 50");
    assertThat(world.press(other, ANN, preview)).isInstanceOf(Outcome.Answered.class);
    assertToldToLookFirst(world.press(ANN, preview));
    assertThat(world.account.sent()).hasSize(1);
  }

  @Test
  void pressedByManyThreadsAtSeveralProcessesAtOnceItIsSentOnce() throws Exception {
    List<World.Replica> processes = List.of(world.replica(), world.replica());
    Outcome preview = world.say(ANN, "/pay 123 50");
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Outcome>> presses = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int press = 0; press < 16; press++) {
        World.Replica process = processes.get(press % processes.size());
        presses.add(
            threads.submit(
                () -> {
                  start.await();
                  return world.press(process, ANN, preview);
                }));
      }
      start.countDown();
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (Future<Outcome> press : presses) {
      outcomes.add(press.get());
    }
    assertThat(outcomes).filteredOn(Outcome.Answered.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(Outcome.Refused.class::isInstance).hasSize(15);
    assertThat(world.account.sent()).hasSize(1);
  }

  @Test
  void pressedAgainWhileItIsBeingSentItIsNotSentAgain() {
    Outcome preview = world.say(ANN, "/pay 123 50");
    List<Outcome> again = new ArrayList<>();
    world.account.atSend(() -> again.add(world.press(ANN, preview)));
    world.press(ANN, preview);
    assertToldToLookFirst(again.getFirst());
    assertThat(world.account.sent()).hasSize(1);
  }

  @Test
  void theConfirmationIsDurableBeforeAnythingIsLookedAtAgain() {
    Outcome preview = world.say(ANN, "/pay 123 50");
    List<State> seen = new ArrayList<>();
    world.account.atNextRead(() -> seen.add(world.state(1)));
    world.press(ANN, preview);
    assertThat(seen).containsExactly(State.CONFIRMED);
  }

  @Test
  void thatItIsBeingSentIsDurableBeforeItIs() {
    List<State> seen = new ArrayList<>();
    world.account.atSend(() -> seen.add(world.state(1)));
    world.run(ANN, "/pay 123 50");
    assertThat(seen).containsExactly(State.SENDING);
    assertThat(world.state(1)).isEqualTo(State.SUCCEEDED);
  }

  @Test
  void aChangeTakesOneUnitOfWorkForEachOfItsStepsAndNoMore() {
    world.say(ANN, "/billing help");
    int before = world.store.writes();
    Outcome preview = world.say(ANN, "/pay 123 50");
    assertThat(world.store.writes() - before).as("proposed, audited").isEqualTo(2);
    List<Integer> atSend = new ArrayList<>();
    world.account.atSend(() -> atSend.add(world.store.writes() - before));
    world.press(ANN, preview);
    assertThat(atSend).as("confirmed, taken for sending").containsExactly(4);
    assertThat(world.store.writes() - before).as("ended, audited").isEqualTo(6);
  }

  @Test
  void whatIsStoppedCannotBeConfirmed() {
    Outcome preview = world.say(ANN, "/pay 123 50");
    world.stop(ANN, preview);
    assertThat(world.state(1)).isEqualTo(State.WITHDRAWN);
    assertToldToLookFirst(world.press(ANN, preview));
    assertThat(world.account.sent()).isEmpty();
  }

  @Test
  void whatIsTakenBackByItsNameCannotBeConfirmed() {
    Outcome preview = world.say(ANN, "/pay 123 50");
    world.say(ANN, "/billing operations withdraw " + World.id(1));
    assertToldToLookFirst(world.press(ANN, preview));
    assertThat(world.account.sent()).isEmpty();
  }

  @Test
  void takenBackWhileItIsLookedAtAgainItIsNotSent() {
    Outcome preview = world.say(ANN, "/pay 123 50");
    world.account.atNextRead(() -> world.say(ANN, "/billing operations withdraw " + World.id(1)));
    Outcome outcome = world.press(ANN, preview);
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(Words.of(outcome.reply().body())).containsExactly("state.withdrawn.what");
    assertThat(world.account.sent()).isEmpty();
  }

  private static void assertToldToLookFirst(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(Words.of(outcome.reply().body())).containsExactly("ticket.spent-what-to-do");
    assertThat(Words.buttons(outcome.reply())).containsExactly("/billing operations list");
  }
}
