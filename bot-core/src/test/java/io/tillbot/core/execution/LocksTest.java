package io.tillbot.core.execution;

import static io.tillbot.core.support.World.ANN;
import static io.tillbot.core.support.World.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.operation.State;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.support.LiveAccount.Fate;
import io.tillbot.core.support.Words;
import io.tillbot.core.support.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one change keeps others from. */
class LocksTest {
  private final World world = new World();

  @AutoClose private final QuietLogs logs = new QuietLogs();

  @BeforeEach
  void theAnswerIsLost() {
    world.account.fate(Fate.LOST);
  }

  @Test
  void anUnknownOutcomeLocksItsInvoiceAlsoForOthersAndItsPreviewToo() {
    assertThat(world.run(ANN, "/pay 123 50")).isInstanceOf(Outcome.Unknown.class);
    for (Outcome locked : List.of(world.say(ANN, "/pay 123 50"), world.say(BOB, "/pay 123 10"))) {
      assertThat(locked).isInstanceOf(Outcome.Refused.class);
      assertThat(Words.of(locked.reply().body()))
          .contains("operation.locked-by(target.invoice(123), op-0000000001)");
    }
    assertThat(Words.buttons(world.say(ANN, "/pay 123 50").reply()))
        .containsExactly("/billing operations show op-0000000001");
    assertThat(Words.buttons(world.say(BOB, "/pay 123 50").reply()))
        .as("what only its owner may see")
        .isEmpty();
  }

  @Test
  void whatWasShownBeforeIsLockedWhenItIsConfirmed() {
    Outcome shown = world.say(BOB, "/pay 123 10");
    world.run(ANN, "/pay 123 50");
    Outcome locked = world.press(BOB, shown);
    assertThat(Words.of(locked.reply().title())).isEqualTo("operation.locked");
    assertThat(world.state(1)).isEqualTo(State.STALE);
    assertThat(world.account.sent()).hasSize(1);
  }

  @Test
  void otherInvoicesAreNotLocked() {
    world.run(ANN, "/pay 123 50");
    world.account.fate(Fate.DONE);
    assertThat(world.run(ANN, "/pay 124 50")).isInstanceOf(Outcome.Answered.class);
  }

  @Test
  void anUnknownCancellationLocksItsServer() {
    world.run(ANN, "/cancel server 42");
    assertThat(world.state(1)).isEqualTo(State.UNKNOWN);
    assertThat(Words.of(world.say(BOB, "/cancel server 42").reply().body()))
        .contains("operation.locked-by(target.server(42), op-0000000001)");
    assertThat(world.say(BOB, "/pay 123 50")).isInstanceOf(Outcome.NeedsConfirmation.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/pay 123 50", "/pay 124 50", "/cancel server 42", "/top-up 30"})
  void anUnknownTopUpLocksEverythingOfTheAccount(String line) {
    world.run(ANN, "/top-up 25");
    assertThat(world.state(1)).isEqualTo(State.UNKNOWN);
    assertThat(Words.of(world.say(BOB, line).reply().body()))
        .contains("operation.locked-by(target.client.all, op-0000000001)");
  }

  @Test
  void whatIsSettledIsLockedNoMore() {
    world.run(ANN, "/pay 123 50");
    world.say(BOB, "/billing-admin settle op-0000000001 not-done");
    assertThat(world.state(1)).isEqualTo(State.SETTLED_NOT_DONE);
    world.account.fate(Fate.DONE);
    assertThat(world.run(ANN, "/pay 123 50")).isInstanceOf(Outcome.Answered.class);
  }

  @Test
  void whileOneIsOnItsWayAnotherOfTheAccountIsNotSent() {
    world.account.fate(Fate.DONE);
    List<Outcome> others = new ArrayList<>();
    Outcome shown = world.say(BOB, "/pay 124 10");
    world.account.atSend(() -> others.add(world.press(BOB, shown)));
    world.run(ANN, "/pay 123 50");
    assertThat(others.getFirst()).isInstanceOf(Outcome.Refused.class);
    assertThat(Words.of(others.getFirst().reply().title())).isEqualTo("operation.busy");
    assertThat(Words.buttons(others.getFirst().reply())).containsExactly("/pay 124 10");
    assertThat(world.state(1)).isEqualTo(State.STALE);
    assertThat(world.account.sent()).hasSize(1);
  }

  @Test
  void oneThatWasSentWhileAnotherWasLookedAtAgainMakesItLookAgain() {
    world.account.fate(Fate.DONE);
    Outcome shown = world.say(BOB, "/pay 124 10");
    // The look sees the credit from before the other payment.
    world.account.atReadEnd(() -> world.run(ANN, "/pay 123 50"));
    Outcome overtaken = world.press(BOB, shown);
    assertThat(Words.of(overtaken.reply().title())).isEqualTo("operation.busy");
    assertThat(world.state(1)).isEqualTo(State.STALE);
    assertThat(world.account.sent()).hasSize(1);
  }

  @Test
  void aLiveLeaseIsNeverCondemned() {
    List<State> seen = new ArrayList<>();
    world.account.fate(Fate.DONE);
    world.account.atSend(
        () -> {
          world.pass(Lifetimes.usual().sending().minusSeconds(1));
          world.sweep();
          world.say(BOB, "/billing-admin show op-0000000001");
          world.say(BOB, "/pay 124 10");
          seen.add(world.state(1));
        });
    assertThat(world.run(ANN, "/pay 123 50")).isInstanceOf(Outcome.Answered.class);
    assertThat(seen).containsExactly(State.SENDING);
    assertThat(world.state(1)).isEqualTo(State.SUCCEEDED);
  }

  @Test
  void anExpiredLeaseBecomesUnknownByTheSweepAndIsNeverSentAgain() {
    dieWhileSending();
    world.pass(Lifetimes.usual().sending());
    world.sweep();
    assertThat(world.state(1)).isEqualTo(State.UNKNOWN);
    for (int round = 0; round < 20; round++) {
      world.pass(Duration.ofHours(12));
      world.sweep();
    }
    assertThat(world.state(1)).isEqualTo(State.UNKNOWN);
    assertThat(world.account.sent()).hasSize(1);
  }

  @Test
  void anExpiredLeaseBecomesUnknownByTheNextOneWhoLooks() {
    dieWhileSending();
    world.pass(Lifetimes.usual().sending());
    assertThat(Words.of(world.say(BOB, "/pay 123 10").reply().title()))
        .isEqualTo("operation.locked");
    assertThat(world.state(1)).isEqualTo(State.UNKNOWN);
  }

  @Test
  void itsOwnerWhoAsksForItLearnsThatItIsUnknown() {
    dieWhileSending();
    world.pass(Lifetimes.usual().sending());
    Outcome shown = world.say(ANN, "/billing operations show op-0000000001");
    assertThat(Words.of(shown.reply().body())).contains("state.unknown.what");
  }

  /** The process ends between the request and its answer. */
  private void dieWhileSending() {
    world.account.atSend(
        () -> {
          throw new World.ProcessDied();
        });
    Outcome preview = world.say(ANN, "/pay 123 50");
    assertThat(world.dies(() -> world.press(ANN, preview))).isTrue();
    world.account.atSend(() -> {});
    assertThat(world.state(1)).isEqualTo(State.SENDING);
  }
}
