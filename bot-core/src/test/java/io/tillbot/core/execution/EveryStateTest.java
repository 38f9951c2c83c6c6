package io.tillbot.core.execution;

import static io.tillbot.core.support.World.ANN;
import static io.tillbot.core.support.World.BOSS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.operation.State;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.support.LiveAccount.Fate;
import io.tillbot.core.support.TermsOf;
import io.tillbot.core.support.Words;
import io.tillbot.core.support.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every state is come to by what people and the API do, and its owner is told of it. */
class EveryStateTest {
  private static final String ID = "op-0000000001";

  private final World world = new World();
  private final List<Outcome> shown = new ArrayList<>();

  @ParameterizedTest
  @EnumSource
  void isReachedAndTold(State state) {
    reach(state);
    Outcome card = shown.isEmpty() ? show() : shown.getFirst();
    String word = "state." + state.word();
    assertThat(card).isInstanceOf(Outcome.Answered.class);
    assertThat(Words.of(card.reply().body())).containsAnyOf(word + ".what", word + ".by-hand");
    assertThat(Words.field(card.reply(), "field.operation-state")).contains(word);
    assertThat(Words.rows(card.reply()).getLast().getFirst()).isEqualTo(word);
    if (shown.isEmpty()) {
      assertThat(world.state(1)).isEqualTo(state);
      assertThat(
              Words.rows(
                  world.say(ANN, "/billing operations list --state " + state.word()).reply()))
          .hasSize(1);
    }
  }

  private void reach(State state) {
    switch (state) {
      case PROPOSED -> world.say(ANN, "/pay 123 50");
      case CONFIRMED -> {
        Outcome preview = world.say(ANN, "/pay 123 50");
        world.account.atNextRead(() -> shown.add(show()));
        world.press(ANN, preview);
      }
      case AWAITING_APPROVAL -> awaitApproval();
      case HELD -> {
        world.runBot();
        world.terms(TermsOf.hold(Duration.ofHours(1)));
        world.run(ANN, "/cancel server 42");
      }
      case SENDING -> {
        world.account.atSend(() -> shown.add(show()));
        world.run(ANN, "/pay 123 50");
      }
      case SUCCEEDED -> pay(Fate.DONE);
      case REFUSED -> pay(Fate.REFUSED);
      case NOT_SENT -> pay(Fate.NOT_SENT);
      case UNKNOWN -> pay(Fate.LOST);
      case SETTLED_DONE -> {
        pay(Fate.LOST);
        world.say(BOSS, "/billing-admin settle " + ID + " done seen it on the invoice");
      }
      case SETTLED_NOT_DONE -> {
        pay(Fate.LOST);
        world.say(BOSS, "/billing-admin settle " + ID + " not-done");
      }
      case EXPIRED -> {
        world.say(ANN, "/pay 123 50");
        world.pass(Lifetimes.usual().proposal());
        world.sweep();
      }
      case WITHDRAWN -> world.stop(ANN, world.say(ANN, "/pay 123 50"));
      case REJECTED -> {
        awaitApproval();
        world.say(BOSS, "/billing-admin reject " + ID);
      }
      case STALE -> {
        Outcome preview = world.say(ANN, "/pay 123 50");
        world.account.owe(123, "100.00");
        world.press(ANN, preview);
      }
    }
  }

  private void pay(Fate fate) {
    world.account.fate(fate);
    world.run(ANN, "/pay 123 50");
  }

  private void awaitApproval() {
    world.terms(TermsOf.approval(BOSS));
    world.run(ANN, "/pay 123 50");
  }

  private Outcome show() {
    return world.say(ANN, "/billing operations show " + ID);
  }
}
