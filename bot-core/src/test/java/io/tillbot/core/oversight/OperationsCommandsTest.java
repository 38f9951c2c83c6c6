package io.tillbot.core.oversight;

import static io.tillbot.core.support.World.ANN;
import static io.tillbot.core.support.World.BOB;
import static io.tillbot.core.support.World.BOSS;
import static io.tillbot.core.support.World.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.operation.State;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.support.LiveAccount.Fate;
import io.tillbot.core.support.Words;
import io.tillbot.core.support.World;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sees and decides what. */
class OperationsCommandsTest {
  private static final String ID = "op-0000000001";

  private final World world = new World();

  @Test
  void everybodySeesTheirOwnTheNewestFirst() {
    world.run(ANN, "/pay 123 50");
    world.run(BOB, "/pay 124 10");
    world.run(ANN, "/cancel server 42");
    assertThat(ids(world.say(ANN, "/billing operations list")))
        .containsExactly("op-0000000003", "op-0000000001");
    assertThat(ids(world.say(BOB, "/billing operations list"))).containsExactly("op-0000000002");
    Reply none = world.say(EVE, "/billing operations list").reply();
    assertThat(Words.of(none.body())).containsExactly("operations.none");
  }

  @Test
  void whatWasOnlyShownIsListedOnlyWhenItIsAskedFor() {
    world.say(ANN, "/pay 123 50");
    assertThat(ids(world.say(ANN, "/billing operations list"))).isEmpty();
    assertThat(ids(world.say(ANN, "/billing operations list --state proposed")))
        .containsExactly(ID);
  }

  @Test
  void aRowTellsWhatItWasAboutAndHowFarItCame() {
    world.run(ANN, "/pay 123 50");
    assertThat(Words.rows(world.say(ANN, "/billing operations list").reply()))
        .containsExactly(
            List.of(
                ID,
                "/pay",
                "target.invoice(123)",
                "50.00 EUR",
                "state.succeeded",
                "2026-11-23T12:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"op-0000000001", "0000000001", "OP-OOOOOOOOOL", "ooooooooo1"})
  void anIdIsTypedAsItIsRead(String typed) {
    world.run(ANN, "/pay 123 50");
    assertThat(world.say(ANN, "/billing operations show " + typed))
        .isInstanceOf(Outcome.Answered.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"show", "withdraw"})
  void anothersIsNobodysBusinessAlsoOnTheSameAccount(String verb) {
    world.run(ANN, "/pay 123 50");
    Outcome refused = world.say(BOB, "/billing operations " + verb + " " + ID);
    assertThat(Words.of(refused.reply().title())).isEqualTo("operation.none");
    assertThat(refused.reply().fields()).isEmpty();
  }

  @Test
  void whatHasEndedCannotBeTakenBack() {
    world.run(ANN, "/pay 123 50");
    Outcome refused = world.say(ANN, "/billing operations withdraw " + ID);
    assertThat(Words.of(refused.reply().body())).containsExactly("state.succeeded.what");
  }

  @Test
  void whatIsUnknownCannotBeTakenBack() {
    unknown();
    world.say(ANN, "/billing operations withdraw " + ID);
    assertThat(world.state(1)).isEqualTo(State.UNKNOWN);
  }

  @Test
  void staffSeeEverybodysThatHaveNotEnded() {
    world.run(ANN, "/pay 124 10");
    world.account.fate(Fate.LOST);
    world.run(ANN, "/pay 123 50");
    assertThat(ids(world.say(BOSS, "/billing-admin operations"))).containsExactly("op-0000000002");
    assertThat(ids(world.say(BOSS, "/billing-admin operations --state succeeded")))
        .containsExactly(ID);
  }

  @Test
  void staffSeeWhoseItIsAndSettleItAndLookAgainByTheirOwnCommands() {
    unknown();
    Reply card = world.say(BOSS, "/billing-admin show " + ID).reply();
    assertThat(Words.field(card, "field.asked-by")).contains("console/local/ann");
    assertThat(Words.buttons(card))
        .containsExactly(
            "/billing-admin show " + ID,
            "/billing-admin settle " + ID + " done",
            "/billing-admin settle " + ID + " not-done");
    Reply own = world.say(ANN, "/billing operations show " + ID).reply();
    assertThat(Words.buttons(own)).containsExactly("/billing operations show " + ID);
    assertThat(Words.field(own, "field.asked-by")).isEmpty();
  }

  @Test
  void aPersonSettlesWhatNoReadProvesAndIsNamed() {
    unknown();
    world.say(BOSS, "/billing-admin settle " + ID + " done asked the provider");
    Reply card = world.say(ANN, "/billing operations show " + ID).reply();
    assertThat(Words.of(card.body()))
        .containsExactly("state.settled-done.by-hand", "reason.words(asked the provider)");
    assertThat(Words.field(card, "field.decided-by")).contains("console/local/boss");
  }

  @Test
  void whatIsNotUnknownCannotBeSettled() {
    world.run(ANN, "/pay 123 50");
    Outcome refused = world.say(BOSS, "/billing-admin settle " + ID + " not-done");
    assertThat(refused).isInstanceOf(Outcome.Refused.class);
    assertThat(world.state(1)).isEqualTo(State.SUCCEEDED);
  }

  @Test
  void whatIsSettledStaysSo() {
    unknown();
    world.say(BOSS, "/billing-admin settle " + ID + " done");
    world.say(BOSS, "/billing-admin settle " + ID + " not-done");
    assertThat(world.state(1)).isEqualTo(State.SETTLED_DONE);
  }

  private void unknown() {
    world.account.fate(Fate.LOST);
    world.run(ANN, "/pay 123 50");
    assertThat(world.state(1)).isEqualTo(State.UNKNOWN);
  }

  private static List<String> ids(Outcome list) {
    return Words.rows(list.reply()).stream().map(List::getFirst).toList();
  }
}
