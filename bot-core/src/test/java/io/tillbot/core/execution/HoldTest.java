package io.tillbot.core.execution;

import static io.tillbot.core.support.World.ANN;
import static io.tillbot.core.support.World.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.operation.State;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.support.TermsOf;
import io.tillbot.core.support.Words;
import io.tillbot.core.support.World;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What waits for its time, and can be taken back until then. */
class HoldTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final World world = new World();

  @Test
  void atATerminalWhereNoBotRunsNothingIsHeld() {
    world.terms(TermsOf.hold(HOUR));
    Outcome refused = world.say(ANN, "/cancel server 42");
    assertThat(refused).isInstanceOf(Outcome.Refused.class);
    assertThat(Words.of(refused.reply().title())).isEqualTo("operation.no-worker");
    assertThat(world.find(1)).isEmpty();
  }

  @Test
  void aBotThatStoppedBeforeTheConfirmationHoldsNothing() {
    Outcome preview = world.say(ANN, "/cancel server 42");
    world.terms(TermsOf.hold(HOUR));
    Outcome refused = world.press(ANN, preview);
    assertThat(Words.of(refused.reply().title())).isEqualTo("operation.no-worker");
    assertThat(world.state(1)).isEqualTo(State.REJECTED);
  }

  @Test
  void whatIsHeldIsSentBySomebodyWhenItsTimeHasCome() {
    Outcome held = hold();
    assertThat(held)
        .isInstanceOfSatisfying(
            Outcome.Pending.class,
            pending -> assertThat(pending.until()).isEqualTo(world.clock.instant().plus(HOUR)));
    world.pass(HOUR.minusMillis(1));
    world.sweep();
    assertThat(world.account.sent()).isEmpty();
    world.pass(Duration.ofMillis(1));
    world.sweep(world.replica());
    assertThat(world.state(1)).isEqualTo(State.SUCCEEDED);
    assertThat(world.account.sent()).hasSize(1);
  }

  @Test
  void itsOwnerTakesItBackByItsName() {
    Outcome held = hold();
    String line = "/billing operations withdraw op-0000000001";
    assertThat(Words.buttons(held.reply())).contains(line);
    assertThat(Words.of(world.say(BOB, line).reply().title())).isEqualTo("operation.none");
    Outcome back = world.say(ANN, line);
    assertThat(Words.of(back.reply().body())).containsExactly("state.withdrawn.what");
    assertNeverSent();
  }

  @Test
  void undoingACancellationThatIsHeldTakesItBack() {
    hold();
    Outcome back = world.say(ANN, "/cancel undo 42");
    assertThat(Words.of(back.reply().body())).containsExactly("state.withdrawn.what");
    assertNeverSent();
  }

  @Test
  void aSecondOneIsRefusedWhileTheFirstWaitsSoThatUndoLeavesNone() {
    hold();
    Outcome second = world.say(ANN, "/cancel server 42");
    assertThat(Words.of(second.reply().title())).isEqualTo("operation.waits-already");
    world.say(ANN, "/cancel undo 42");
    assertNeverSent();
  }

  @Test
  void undoingAnothersOrAnotherServersLeavesIt() {
    hold();
    world.say(BOB, "/cancel undo 42");
    world.say(ANN, "/cancel undo 43");
    assertThat(world.state(1)).isEqualTo(State.HELD);
  }

  @Test
  void whatIsBeingSentCannotBeTakenBack() {
    hold();
    world.account.atSend(() -> world.say(ANN, "/billing operations withdraw op-0000000001"));
    world.pass(HOUR);
    world.sweep();
    assertThat(world.state(1)).isEqualTo(State.SUCCEEDED);
  }

  @Test
  void whatIsADayOverdueIsNotSentBySurprise() {
    hold();
    world.pass(HOUR.plus(Lifetimes.usual().overdue()).plusMillis(1));
    world.sweep();
    assertThat(world.state(1)).isEqualTo(State.EXPIRED);
    assertThat(Words.of(world.say(ANN, "/billing operations show op-0000000001").reply().body()))
        .containsExactly("state.expired.what", "reason.overdue");
    assertThat(world.account.sent()).isEmpty();
  }

  @Test
  void whatIsNotYetADayOverdueIsSent() {
    hold();
    world.pass(HOUR.plus(Lifetimes.usual().overdue()));
    world.sweep();
    assertThat(world.state(1)).isEqualTo(State.SUCCEEDED);
  }

  private Outcome hold() {
    world.runBot();
    world.terms(TermsOf.hold(HOUR));
    Outcome held = world.run(ANN, "/cancel server 42");
    assertThat(world.state(1)).isEqualTo(State.HELD);
    return held;
  }

  private void assertNeverSent() {
    world.pass(HOUR);
    world.sweep();
    assertThat(world.state(1)).isEqualTo(State.WITHDRAWN);
    assertThat(world.account.sent()).isEmpty();
  }
}
