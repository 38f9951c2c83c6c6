package io.tillbot.core.execution;

import static io.tillbot.core.support.World.ANN;
import static io.tillbot.core.support.World.BOB;
import static io.tillbot.core.support.World.BOSS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.operation.State;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.support.LiveAccount.Fate;
import io.tillbot.core.support.TermsOf;
import io.tillbot.core.support.Words;
import io.tillbot.core.support.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What one person may move on one day. */
class DayLimitTest {
  private final World world = new World();

  @BeforeEach
  void sixtyADay() {
    world.terms(TermsOf.perDay("60.00 EUR"));
  }

  @Test
  void twoThatWereShownBeforeDoNotExceedTheDayTogether() {
    Outcome first = world.say(ANN, "/pay 123 40");
    Outcome second = world.say(ANN, "/pay 124 40");
    assertThat(world.press(ANN, first)).isInstanceOf(Outcome.Answered.class);
    assertThat(world.press(ANN, second)).isInstanceOf(Outcome.Refused.class);
    assertThat(world.state(2)).isEqualTo(State.REJECTED);
    assertThat(world.account.sent()).hasSize(1);
  }

  @Test
  void twoThatAreConfirmedAtOnceDoNotExceedTheDayTogether() throws Exception {
    List<Outcome> previews = List.of(world.say(ANN, "/pay 123 40"), world.say(ANN, "/pay 124 40"));
    World.Replica other = world.replica();
    CountDownLatch start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Outcome preview : previews) {
        threads.submit(
            () -> {
              start.await();
              return world.press(other, ANN, preview);
            });
      }
      start.countDown();
    }
    assertThat(world.account.sent()).hasSize(1);
    assertThat(List.of(world.state(1), world.state(2)))
        .containsExactlyInAnyOrder(State.SUCCEEDED, State.REJECTED);
  }

  @Test
  void whatWaitsForItsApprovalIsReserved() {
    world.terms(TermsOf.approval(BOSS));
    world.run(ANN, "/pay 123 40");
    world.terms(TermsOf.perDay("60.00 EUR"));
    assertThat(world.state(1)).isEqualTo(State.AWAITING_APPROVAL);
    assertThat(world.say(ANN, "/pay 124 40")).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void whatIsUnknownIsReserved() {
    world.account.fate(Fate.LOST);
    world.run(ANN, "/pay 123 40");
    assertThat(world.say(ANN, "/pay 124 40")).isInstanceOf(Outcome.Refused.class);
    world.say(BOSS, "/billing-admin settle op-0000000001 not-done");
    assertThat(world.say(ANN, "/pay 124 40")).isInstanceOf(Outcome.NeedsConfirmation.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fate.class,
      names = {"REFUSED", "NOT_SENT"})
  void whatCameToNothingIsFree(Fate fate) {
    world.account.fate(fate);
    world.run(ANN, "/pay 123 40");
    assertThat(world.say(ANN, "/pay 124 40")).isInstanceOf(Outcome.NeedsConfirmation.class);
  }

  @Test
  void whatWasOutOfDateIsFree() {
    Outcome preview = world.say(ANN, "/pay 123 40");
    world.account.owe(123, "100.00");
    world.press(ANN, preview);
    assertThat(world.state(1)).isEqualTo(State.STALE);
    assertThat(world.say(ANN, "/pay 124 40")).isInstanceOf(Outcome.NeedsConfirmation.class);
  }

  @Test
  void whatWasOnlyShownIsNotReserved() {
    world.say(ANN, "/pay 123 40");
    assertThat(world.say(ANN, "/pay 124 40")).isInstanceOf(Outcome.NeedsConfirmation.class);
  }

  @Test
  void everybodyHasADayOfTheirOwn() {
    world.run(ANN, "/pay 123 40");
    assertThat(world.say(BOB, "/pay 124 40")).isInstanceOf(Outcome.NeedsConfirmation.class);
  }

  @Test
  void aDayEndsAtMidnightOfUtcAndTheDayIsThatOfTheConfirmation() {
    world.clock.set(Instant.parse("2026-11-23T23:55:00Z"));
    world.run(ANN, "/pay 123 40");
    Outcome preview = world.say(ANN, "/pay 124 20");
    world.pass(Duration.ofMinutes(5));
    assertThat(world.press(ANN, preview)).isInstanceOf(Outcome.Answered.class);
    assertThat(world.say(ANN, "/pay 123 40")).isInstanceOf(Outcome.NeedsConfirmation.class);
    assertThat(world.say(ANN, "/pay 123 41")).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void whatIsApprovedTheNextDayCountsOnTheDayOfItsConfirmation() {
    world.terms(TermsOf.approvalPerDay(BOSS, "60.00 EUR"));
    world.clock.set(Instant.parse("2026-11-23T23:55:00Z"));
    world.run(ANN, "/pay 123 40");
    world.pass(Duration.ofMinutes(10));
    world.run(ANN, "/pay 124 40");
    world.say(BOSS, "/billing-admin approve op-0000000001");
    assertThat(world.state(1)).isEqualTo(State.SUCCEEDED);
  }

  @Test
  void anOperationDoesNotStandInItsOwnWay() {
    assertThat(world.run(ANN, "/pay 123 60")).isInstanceOf(Outcome.Answered.class);
  }

  @Test
  void confirmationsOfOnePersonAndSendingsOfOneAccountExcludeEachOther() {
    world.run(ANN, "/pay 123 40");
    assertThat(world.store.excluded())
        .containsExactly("caller/console/local/ann", "client/" + World.ACCOUNT.client());
  }

  @Test
  void aCurrencyThatTheLimitDoesNotNameIsRefused() {
    world.terms(TermsOf.perDay("60.00 USD"));
    Outcome refused = world.say(ANN, "/pay 123 40");
    assertThat(refused).isInstanceOf(Outcome.Refused.class);
    assertThat(world.find(1)).isEmpty();
  }

  @Test
  void whatIsLeftOfTheDayIsTold() {
    world.run(ANN, "/pay 123 40");
    List<String> words = new ArrayList<>(Words.everything(world.say(ANN, "/pay 124 40").reply()));
    assertThat(words).contains("20.00 EUR");
  }
}
