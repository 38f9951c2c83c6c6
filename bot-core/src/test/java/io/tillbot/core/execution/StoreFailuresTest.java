package io.tillbot.core.execution;

import static io.tillbot.core.support.World.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.operation.State;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.support.FlakyStore.Break;
import io.tillbot.core.support.LiveAccount.Fate;
import io.tillbot.core.support.Words;
import io.tillbot.core.support.World;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the store does: never a second request, and nobody is told what may not be so. */
class StoreFailuresTest {
  private final World world = new World();

  @AutoClose private final QuietLogs logs = new QuietLogs();

  @ParameterizedTest
  @EnumSource(Break.class)
  void whetherAPressWasTakenIsNotClaimedWhereItIsNotKnown(Break how) {
    Outcome preview = world.say(ANN, "/pay 123 50");
    world.store.breakWrite(1, how);
    Outcome unclear = world.press(ANN, preview);
    assertThat(unclear).isInstanceOf(Outcome.Unknown.class);
    assertThat(Words.of(unclear.reply().body())).containsExactly("confirm.unclear-what-to-do");
    assertThat(Words.buttons(unclear.reply())).containsExactly("/billing operations list");
    assertThat(world.account.sent()).isEmpty();
  }

  @Test
  void aPressThatWasNotKeptMayBeMadeAgain() {
    Outcome preview = world.say(ANN, "/pay 123 50");
    world.store.breakWrite(1, Break.NOTHING_KEPT);
    world.press(ANN, preview);
    later();
    assertThat(world.account.sent()).isEmpty();
    assertThat(world.press(ANN, preview)).isInstanceOf(Outcome.Answered.class);
    assertThat(world.account.sent()).hasSize(1);
  }

  @Test
  void aPressThatWasKeptUntoldIsGoneOnWithOnce() {
    Outcome preview = world.say(ANN, "/pay 123 50");
    world.store.breakWrite(1, Break.KEPT_UNTOLD);
    world.press(ANN, preview);
    later();
    assertThat(world.state(1)).isEqualTo(State.SUCCEEDED);
    world.press(ANN, preview);
    later();
    assertThat(world.account.sent()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Break.class)
  void whoIsToldThatNothingWasSentIsNotFollowedByALaterSending(Break how) {
    Outcome preview = world.say(ANN, "/pay 123 50");
    world.store.breakWrite(2, how);
    Outcome broken = world.press(ANN, preview);
    assertThat(broken).isInstanceOf(Outcome.Unavailable.class);
    assertThat(Words.of(broken.reply().body())).containsExactly("operation.broken-what");
    assertThat(world.state(1).isEnd()).isTrue();
    later();
    assertThat(world.account.sent()).isEmpty();
  }

  @Test
  void whatWasTakenForSendingUntoldIsKnownNotToHaveBeenSent() {
    Outcome preview = world.say(ANN, "/pay 123 50");
    world.store.breakWrite(2, Break.KEPT_UNTOLD);
    world.press(ANN, preview);
    assertThat(world.state(1)).isEqualTo(State.NOT_SENT);
  }

  @Test
  void whereNotEvenThatCanBeWrittenDownItIsNotClaimed() {
    Outcome preview = world.say(ANN, "/pay 123 50");
    world.store.breakWrite(2, Break.NOTHING_KEPT);
    world.store.breakWrite(3, Break.NOTHING_KEPT);
    Outcome uncertain = world.press(ANN, preview);
    assertThat(uncertain).isInstanceOf(Outcome.Unknown.class);
    assertThat(Words.of(uncertain.reply().body())).containsExactly("operation.uncertain-what");
    later();
    assertThat(world.account.sent()).hasSize(1);
    assertThat(world.state(1)).isEqualTo(State.SUCCEEDED);
  }

  @Test
  void thatItHasChangedIsNotClaimedToBeTheEndWhereItIsNotWrittenDown() {
    Outcome preview = world.say(ANN, "/pay 123 50");
    world.account.owe(123, "100.00");
    world.store.breakWrite(2, Break.NOTHING_KEPT);
    assertThat(world.press(ANN, preview)).isInstanceOf(Outcome.Unknown.class);
    world.account.owe(123, "121.00");
    later();
    assertThat(world.state(1)).isEqualTo(State.SUCCEEDED);
  }

  @Test
  void aProcessThatSleptAfterItTookThePlaceForSendingSendsNothing() {
    Outcome preview = world.say(ANN, "/pay 123 50");
    world.store.afterWrite(2, () -> world.pass(Lifetimes.usual().sending().dividedBy(2)));
    assertThat(world.press(ANN, preview)).isInstanceOf(Outcome.Unavailable.class);
    assertThat(world.account.sent()).isEmpty();
    assertThat(world.state(1)).isEqualTo(State.NOT_SENT);
  }

  @Test
  void anEndThatCannotBeWrittenAtOnceIsWrittenAtTheNextTry() {
    Outcome preview = world.say(ANN, "/pay 123 50");
    world.store.breakWrite(3, Break.NOTHING_KEPT);
    assertThat(world.press(ANN, preview)).isInstanceOf(Outcome.Answered.class);
    assertThat(world.state(1)).isEqualTo(State.SUCCEEDED);
    assertThat(world.account.sent()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Fate.class)
  void anEndThatIsNotWrittenDownBecomesUnknownAndIsNeverSentAgain(Fate fate) {
    world.account.fate(fate);
    Outcome preview = world.say(ANN, "/pay 123 50");
    world.store.breakFrom(3);
    Outcome told = world.press(ANN, preview);
    world.store.mend();
    assertThat(told instanceof Outcome.Answered)
        .isEqualTo(fate == Fate.DONE || fate == Fate.DONE_UNTOLD);
    assertThat(world.state(1)).isEqualTo(State.SENDING);
    for (int round = 0; round < 10; round++) {
      later();
    }
    boolean isProvable = fate == Fate.DONE || fate == Fate.DONE_UNTOLD;
    assertThat(world.state(1)).isEqualTo(isProvable ? State.SETTLED_DONE : State.UNKNOWN);
    assertThat(world.account.sent()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fate.class,
      names = {"DONE", "DONE_UNTOLD", "REFUSED", "NOT_SENT"})
  void aSenderWhoComesBackAfterItsLeaseSettlesWhatItKnows(Fate fate) {
    world.account.fate(fate);
    world.account.atSend(this::loseTheLease);
    world.run(ANN, "/pay 123 50");
    boolean isDone = fate == Fate.DONE || fate == Fate.DONE_UNTOLD;
    assertThat(world.state(1)).isEqualTo(isDone ? State.SETTLED_DONE : State.SETTLED_NOT_DONE);
  }

  @Test
  void aSenderWhoComesBackSettlesNothingByReadsThatAnotherChangeHasBlurred() {
    world.account.atSend(
        () -> {
          loseTheLease();
          world.account.atSend(() -> {});
          world.run(World.BOB, "/pay 124 50");
          // Somebody pays the first invoice outside, and its own request is lost.
          world.account.owe(123, "71.00");
          world.account.fate(Fate.LOST);
        });
    world.run(ANN, "/pay 123 50");
    assertThat(world.state(1)).isEqualTo(State.UNKNOWN);
  }

  @Test
  void whatBreaksIsLoggedByItsNameAndNothingPrivate() {
    Outcome preview = world.say(ANN, "/cancel server 42 my-private-reason");
    world.store.breakFrom(2);
    world.press(ANN, preview);
    assertThat(logs.lines())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).contains("op-0000000001"))
        .noneMatch(line -> line.contains("my-private-reason") || line.contains("fake-token"));
  }

  private void loseTheLease() {
    world.pass(Lifetimes.usual().sending());
    world.sweep();
    assertThat(world.state(1)).isEqualTo(State.UNKNOWN);
  }

  private void later() {
    world.pass(Duration.ofMinutes(5));
    world.sweep();
    world.sweep();
  }
}
