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
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Looking again at what is unknown. */
class ReconcilerTest {
  private static final String SHOW = "/billing operations show op-0000000001";

  private final World world = new World();

  @Test
  void itIsLookedAtAfterLongerAndLongerPausesAndAtLastLeftToAPerson() {
    unknown("/pay 123 50");
    for (Duration pause : Lifetimes.usual().looks()) {
      assertThat(world.operation(1).due()).contains(world.clock.instant().plus(pause));
      world.pass(pause.minusMillis(1));
      assertThat(world.sweep()).isZero();
      world.pass(Duration.ofMillis(1));
      assertThat(world.sweep()).isEqualTo(1);
    }
    assertThat(world.operation(1).due()).isEmpty();
    assertThat(world.state(1)).isEqualTo(State.UNKNOWN);
    world.pass(Duration.ofDays(60));
    assertThat(world.sweep()).isZero();
    assertThat(world.say(BOB, "/pay 123 50"))
        .as("locked still")
        .isInstanceOf(Outcome.Refused.class);
    assertThat(world.account.sent()).hasSize(1);
  }

  @Test
  void aReadThatProvesItSettlesItWithTheOwnersCredential() {
    unknown("/pay 123 50");
    done();
    int opened = world.billing.opened().size();
    nextLook();
    assertThat(world.state(1)).isEqualTo(State.SETTLED_DONE);
    assertThat(world.billing.opened().stream().skip(opened))
        .isNotEmpty()
        .containsOnly(World.credential(ANN));
    assertThat(world.account.sent()).hasSize(1);
  }

  @Test
  void aPaymentIsNeverFoundNotDoneByReads() {
    unknown("/pay 123 50");
    nextLook();
    assertThat(world.state(1)).isEqualTo(State.UNKNOWN);
  }

  @Test
  void whatIsHarmlessToSendAgainIsFoundNotDone() {
    world.run(ANN, "/cancel server 42");
    world.account.fate(Fate.LOST);
    Outcome told = world.run(ANN, "/cancel undo 42");
    assertThat(told).isInstanceOf(Outcome.Unavailable.class);
    assertThat(world.state(2)).isEqualTo(State.SETTLED_NOT_DONE);
  }

  @Test
  void whatIsHarmlessToSendAgainIsFoundNotDoneLaterToo() {
    world.run(ANN, "/cancel server 42");
    world.account.fate(Fate.LOST);
    world.account.atSend(() -> world.account.goDown(true));
    assertThat(world.run(ANN, "/cancel undo 42")).isInstanceOf(Outcome.Unknown.class);
    world.account.goDown(false);
    nextLook();
    assertThat(world.state(2)).isEqualTo(State.SETTLED_NOT_DONE);
    assertThat(world.account.sent()).hasSize(2);
  }

  @Test
  void anotherThatWasSentSinceBlursTheProof() {
    unknown("/pay 123 50");
    world.account.fate(Fate.DONE);
    world.run(BOB, "/pay 124 50");
    world.account.owe(123, "71.00");
    nextLook();
    assertThat(world.state(1)).isEqualTo(State.UNKNOWN);
  }

  @Test
  void anotherThatWasUnknownWhenItWasSentBlursTheProofAlsoAfterThatIsSettled() {
    unknown("/pay 123 50");
    world.pass(Duration.ofSeconds(1));
    world.run(BOB, "/pay 124 50");
    assertThat(world.state(2)).isEqualTo(State.UNKNOWN);
    world.say(BOB, "/billing-admin settle op-0000000001 not-done");
    world.account.owe(124, "71.00");
    world.account.credit("100.50");
    nextLook();
    assertThat(world.state(2)).isEqualTo(State.UNKNOWN);
  }

  @Test
  void anotherThatIsSentWhileItIsLookedForBlursTheProof() {
    unknown("/pay 123 50");
    done();
    world.pass(Lifetimes.usual().firstLook());
    world.account.atReadEnd(
        () -> {
          world.account.fate(Fate.DONE);
          world.run(BOB, "/pay 124 50");
        });
    world.sweep();
    assertThat(world.state(1)).isEqualTo(State.UNKNOWN);
  }

  @Test
  void withoutTheOwnersCredentialNothingIsProvenAndItGoesOnLater() {
    unknown("/pay 123 50");
    done();
    world.vault.erase(ANN, World.ACCOUNT);
    nextLook();
    assertThat(world.state(1)).isEqualTo(State.UNKNOWN);
    world.link(ANN);
    world.pass(Lifetimes.usual().looks().get(1));
    world.sweep();
    assertThat(world.state(1)).isEqualTo(State.SETTLED_DONE);
  }

  @Test
  void whoAsksIsToldWhatAFreshLookFinds() {
    unknown("/pay 123 50");
    done();
    assertThat(Words.of(world.say(ANN, SHOW).reply().body()))
        .containsExactly("state.settled-done.what", "reason.proven-done");
  }

  @Test
  void whoAsksOftenTakesNoneOfTheLooksAway() {
    unknown("/pay 123 50");
    Instant due = world.operation(1).due().orElseThrow();
    for (int often = 0; often < 20; often++) {
      world.say(ANN, SHOW);
    }
    assertThat(world.operation(1).due()).contains(due);
    assertThat(world.operation(1).tries()).isZero();
  }

  @Test
  void whatIsLeftToAPersonIsStillSettledByALookThatProvesIt() {
    unknown("/pay 123 50");
    for (int round = 0; round < 9; round++) {
      world.pass(Duration.ofDays(2));
      world.sweep();
    }
    assertThat(world.operation(1).due()).isEmpty();
    done();
    world.say(ANN, SHOW);
    assertThat(world.state(1)).isEqualTo(State.SETTLED_DONE);
  }

  private void unknown(String line) {
    world.account.fate(Fate.LOST);
    assertThat(world.run(ANN, line)).isInstanceOf(Outcome.Unknown.class);
  }

  /** The lost payment turns out to have been made. */
  private void done() {
    world.account.owe(123, "71.00");
    world.account.credit("100.50");
  }

  private void nextLook() {
    world.pass(Lifetimes.usual().firstLook());
    world.sweep();
  }
}
