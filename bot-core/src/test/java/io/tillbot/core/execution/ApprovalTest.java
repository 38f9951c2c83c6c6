package io.tillbot.core.execution;

import static io.tillbot.core.support.World.ANN;
import static io.tillbot.core.support.World.BOB;
import static io.tillbot.core.support.World.BOSS;
import static io.tillbot.core.support.World.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.operation.State;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.support.FlakyStore.Break;
import io.tillbot.core.support.TermsOf;
import io.tillbot.core.support.Words;
import io.tillbot.core.support.World;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A second person agrees, or does not. */
class ApprovalTest {
  private static final String ID = "op-0000000001";
  private static final String APPROVE = "/billing-admin approve " + ID;
  private static final String REJECT = "/billing-admin reject " + ID;

  private final World world = new World();

  @AutoClose private final QuietLogs logs = new QuietLogs();

  @BeforeEach
  void everyChangeNeedsTheBoss() {
    world.terms(TermsOf.approval(BOSS));
  }

  @Test
  void confirmingDoesNotApprove() {
    Outcome preview = world.say(ANN, "/pay 123 50");
    assertThat(Words.of(preview.reply().body())).contains("confirm.needs-approval(chiefs)");
    assertThat(world.press(ANN, preview)).isInstanceOf(Outcome.Pending.class);
    assertThat(world.state(1)).isEqualTo(State.AWAITING_APPROVAL);
    world.press(ANN, preview);
    world.sweep();
    assertThat(world.account.sent()).isEmpty();
  }

  @Test
  void whatIsApprovedIsSentAtOnceWithItsOwnersCredential() {
    world.run(ANN, "/pay 123 50");
    int opened = world.billing.opened().size();
    Outcome approved = world.say(BOSS, APPROVE);
    assertThat(Words.of(approved.reply().body())).containsExactly("state.succeeded.what");
    assertThat(world.state(1)).isEqualTo(State.SUCCEEDED);
    assertThat(world.account.sent()).hasSize(1);
    assertThat(world.billing.opened().stream().skip(opened))
        .isNotEmpty()
        .containsOnly(World.credential(ANN));
  }

  @Test
  void approvedTwiceItIsSentOnce() {
    world.run(ANN, "/pay 123 50");
    world.say(BOSS, APPROVE);
    Outcome again = world.say(BOSS, APPROVE);
    assertThat(Words.of(again.reply().body())).containsExactly("state.succeeded.what");
    assertThat(world.account.sent()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {APPROVE, REJECT})
  void nobodyDecidesWhatIsTheirOwnEvenInTheRightRole(String line) {
    world.run(ANN, "/pay 123 50");
    Outcome refused = world.say(ANN, line);
    assertThat(Words.of(refused.reply().title())).isEqualTo("operation.own-approval");
    assertThat(world.state(1)).isEqualTo(State.AWAITING_APPROVAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {APPROVE, REJECT, "/billing operations show " + ID})
  void aStrangerLearnsNotEvenThatItExists(String line) {
    world.run(ANN, "/pay 123 50");
    for (var stranger : List.of(EVE, BOB)) {
      Outcome existing = world.say(stranger, line);
      Outcome madeUp = world.say(stranger, line.replace(ID, "op-zzzzzzzzzz"));
      assertThat(existing).isInstanceOf(Outcome.Refused.class);
      assertThat(
              Words.everything(existing.reply()).stream()
                  .map(word -> word.replace(ID, "op-zzzzzzzzzz")))
          .isEqualTo(Words.everything(madeUp.reply()));
    }
    assertThat(world.state(1)).isEqualTo(State.AWAITING_APPROVAL);
    assertThat(Words.rows(world.say(EVE, "/billing operations list").reply())).isEmpty();
  }

  @Test
  void whoMayApproveSeesWhatWaitsForThemAndNothingElse() {
    world.say(ANN, "/pay 123 10");
    world.run(ANN, "/pay 123 50");
    assertThat(Words.rows(world.say(BOSS, "/billing operations list").reply()))
        .extracting(row -> row.getFirst())
        .containsExactly("op-0000000002");
    assertThat(world.say(BOSS, "/billing operations show " + ID))
        .as("shown to its owner, and not confirmed")
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void theApproverSeesWhatItIsAboutAndNothingPrivate() {
    world.run(ANN, "/cancel server 42 my-private-reason");
    Reply card = world.say(BOSS, "/billing operations show " + ID).reply();
    assertThat(Words.field(card, "field.command")).contains("/cancel server");
    assertThat(Words.field(card, "field.concerns")).contains("target.server(42)");
    assertThat(Words.field(card, "field.asked-by")).contains("console/local/ann");
    assertThat(Words.buttons(card)).containsExactly(APPROVE, REJECT);
    assertThat(String.join(" ", Words.everything(card)))
        .doesNotContain("my-private-reason", "Jane", "fake-token");
  }

  @Test
  void whatIsRejectedEndsWithItsReasonAndIsNeverSent() {
    world.run(ANN, "/pay 123 50");
    Outcome rejected = world.say(BOSS, REJECT + " busy");
    assertThat(Words.of(rejected.reply().body()))
        .as("a person's own word is none of ours")
        .containsExactly("state.rejected.what", "reason.words(busy)");
    assertThat(world.state(1)).isEqualTo(State.REJECTED);
    Reply shown = world.say(ANN, "/billing operations show " + ID).reply();
    assertThat(Words.field(shown, "field.decided-by")).contains("console/local/boss");
    world.say(BOSS, APPROVE);
    world.sweep();
    assertThat(world.account.sent()).isEmpty();
  }

  @Test
  void afterADayItHasExpiredAlsoWhereNoSweepCame() {
    world.run(ANN, "/pay 123 50");
    world.pass(Duration.ofHours(24));
    Outcome late = world.say(BOSS, APPROVE);
    assertThat(Words.of(late.reply().body())).containsExactly("state.expired.what");
    assertThat(world.state(1)).isEqualTo(State.EXPIRED);
    assertThat(world.account.sent()).isEmpty();
  }

  @Test
  void afterADayTheSweepEndsIt() {
    world.run(ANN, "/pay 123 50");
    world.pass(Duration.ofHours(24).minusMillis(1));
    world.sweep();
    assertThat(world.state(1)).isEqualTo(State.AWAITING_APPROVAL);
    world.pass(Duration.ofMillis(1));
    world.sweep();
    assertThat(world.state(1)).isEqualTo(State.EXPIRED);
  }

  @Test
  void whatHasChangedUntilTheApprovalIsNotSent() {
    world.run(ANN, "/pay 123 50");
    world.account.owe(123, "100.00");
    Outcome approved = world.say(BOSS, APPROVE);
    assertThat(Words.of(approved.reply().body()))
        .containsExactly("state.stale.what", "reason.changed");
    assertThat(world.account.sent()).isEmpty();
  }

  @Test
  void approvedAndHeldItIsSentWhenItsTimeComes() {
    world.runBot();
    world.terms(TermsOf.approvalAndHold(BOSS, Duration.ofHours(1)));
    world.run(ANN, "/cancel server 42");
    world.say(BOSS, APPROVE);
    assertThat(world.state(1)).isEqualTo(State.HELD);
    world.pass(Duration.ofMinutes(59));
    world.sweep();
    assertThat(world.account.sent()).isEmpty();
    world.pass(Duration.ofMinutes(1));
    world.sweep();
    assertThat(world.state(1)).isEqualTo(State.SUCCEEDED);
  }

  @Test
  void anApprovalThatIsDurableIsNotToldAsNothingWhateverBreaksThen() {
    world.run(ANN, "/pay 123 50");
    world.store.breakWrite(2, Break.NOTHING_KEPT);
    Outcome approved = world.say(BOSS, APPROVE);
    assertThat(Words.of(approved.reply().body())).containsExactly("state.held.what");
    world.sweep();
    assertThat(world.state(1)).isEqualTo(State.SUCCEEDED);
  }

  @Test
  void takenBackBeforeTheApprovalItIsNotSent() {
    world.run(ANN, "/pay 123 50");
    world.say(ANN, "/billing operations withdraw " + ID);
    world.say(BOSS, APPROVE);
    assertThat(world.state(1)).isEqualTo(State.WITHDRAWN);
    assertThat(world.account.sent()).isEmpty();
  }
}
