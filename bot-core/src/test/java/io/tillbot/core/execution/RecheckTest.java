package io.tillbot.core.execution;

import static io.tillbot.core.support.World.ANN;
import static io.tillbot.core.support.World.BOSS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.operation.State;
import io.tillbot.core.policy.Terms;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.support.TermsOf;
import io.tillbot.core.support.Words;
import io.tillbot.core.support.World;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is looked at once more between the confirmation and the request. */
class RecheckTest {
  private final World world = new World();
  private boolean isSent;

  @AfterEach
  void nothingWasSentUnlessTheTestSaysSo() {
    assertThat(world.account.sent().isEmpty()).isEqualTo(!isSent);
  }

  @Test
  void whatHasChangedIsShownAndNotSent() {
    Outcome preview = world.say(ANN, "/pay 123 50");
    world.account.owe(123, "100.00");
    Outcome stale = world.press(ANN, preview);
    assertThat(Words.field(stale.reply(), "fact.balance"))
        .contains("confirm.changed(121.00 EUR, 100.00 EUR)");
    assertEnded(State.STALE, "reason.changed");
  }

  @Test
  void whoIsNotLinkedAnyMoreIsAskedToLink() {
    Outcome preview = world.say(ANN, "/pay 123 50");
    world.vault.erase(ANN, World.ACCOUNT);
    assertThat(world.press(ANN, preview)).isInstanceOf(Outcome.NeedsLink.class);
    assertEnded(State.STALE, "reason.not-linked");
  }

  @Test
  void whoUsesAnotherAccountNowIsToldAndNothingIsSentToEither() {
    Outcome preview = world.say(ANN, "/pay 123 50");
    world.vault.store(ANN, new AccountName("78@whmcs_eu"), World.credential(ANN));
    Outcome refused = world.press(ANN, preview);
    assertThat(Words.of(refused.reply().title())).isEqualTo("confirm.other-account");
    assertEnded(State.STALE, "reason.other-account");
  }

  @Test
  void whatThePolicyForbidsAtTheConfirmationIsRejected() {
    Outcome preview = world.say(ANN, "/pay 123 50");
    world.denyAll();
    assertThat(world.press(ANN, preview)).isInstanceOf(Outcome.Refused.class);
    world.terms(Terms.none());
    assertEnded(State.REJECTED, "reason.policy");
  }

  @Test
  void whatThePolicyForbidsAfterTheConfirmationIsRejectedToo() {
    hold(Duration.ofHours(1));
    world.run(ANN, "/cancel server 42");
    world.denyAll();
    world.pass(Duration.ofHours(1));
    world.sweep();
    world.terms(Terms.none());
    assertEnded(State.REJECTED, "reason.policy");
  }

  @Test
  void aSecondPersonWhomThePolicyAsksForOnlyNowIsNotLeftOut() {
    hold(Duration.ofHours(1));
    world.run(ANN, "/cancel server 42");
    world.terms(TermsOf.approvalAndHold(BOSS, Duration.ofHours(1)));
    world.pass(Duration.ofHours(1));
    world.sweep();
    assertEnded(State.REJECTED, "reason.policy");
  }

  @Test
  void aLongerHoldThanWasWaitedForIsNotLeftOut() {
    hold(Duration.ofHours(1));
    world.run(ANN, "/cancel server 42");
    world.terms(TermsOf.hold(Duration.ofHours(2)));
    world.pass(Duration.ofHours(1));
    world.sweep();
    assertEnded(State.REJECTED, "reason.policy");
  }

  @Test
  void aHoldThatCameAfterTheApprovalIsNotLeftOut() {
    world.runBot();
    world.terms(TermsOf.approval(BOSS));
    world.run(ANN, "/cancel server 42");
    world.account.goDown(true);
    world.say(BOSS, "/billing-admin approve op-0000000001");
    assertThat(world.state(1)).isEqualTo(State.HELD);
    world.account.goDown(false);
    world.terms(TermsOf.approvalAndHold(BOSS, Duration.ofHours(1)));
    world.pass(Duration.ofMinutes(1));
    world.sweep();
    assertEnded(State.REJECTED, "reason.policy");
  }

  @Test
  void aShorterHoldIsNoReasonToSayNo() {
    hold(Duration.ofHours(2));
    world.run(ANN, "/cancel server 42");
    world.terms(TermsOf.hold(Duration.ofHours(1)));
    world.pass(Duration.ofHours(2));
    world.sweep();
    assertThat(world.state(1)).isEqualTo(State.SUCCEEDED);
    isSent = true;
  }

  @Test
  void whatCannotBeLookedAtIsNotSentAndIsOverForWhoWaits() {
    Outcome preview = world.say(ANN, "/pay 123 50");
    world.account.goDown(true);
    assertThat(world.press(ANN, preview)).isInstanceOf(Outcome.Unavailable.class);
    world.account.goDown(false);
    assertEnded(State.STALE, "reason.not-readable");
    world.pass(Duration.ofHours(1));
    world.sweep();
  }

  @Test
  void whatWasHeldAndCannotBeLookedAtIsTriedAgainAfterLongerAndLongerPauses() {
    hold(Duration.ofHours(1));
    world.run(ANN, "/cancel server 42");
    world.account.goDown(true);
    world.pass(Duration.ofHours(1));
    for (Duration pause : Lifetimes.usual().looks().subList(0, 4)) {
      world.sweep();
      assertThat(world.operation(1).due()).contains(world.clock.instant().plus(pause));
      world.pass(pause);
    }
    world.account.goDown(false);
    world.sweep();
    assertThat(world.state(1)).isEqualTo(State.SUCCEEDED);
    isSent = true;
  }

  @Test
  void whatWasHeldIsNotTriedForEver() {
    hold(Duration.ofHours(1));
    world.run(ANN, "/cancel server 42");
    world.account.goDown(true);
    for (int round = 0; round < 60; round++) {
      world.pass(Duration.ofHours(1));
      world.sweep();
    }
    world.account.goDown(false);
    assertEnded(State.EXPIRED, "reason.overdue");
  }

  private void hold(Duration hold) {
    world.runBot();
    world.terms(TermsOf.hold(hold));
  }

  private void assertEnded(State end, String reason) {
    assertThat(world.state(1)).isEqualTo(end);
    Outcome shown = world.say(ANN, "/billing operations show op-0000000001");
    assertThat(Words.of(shown.reply().body())).contains(reason);
  }
}
