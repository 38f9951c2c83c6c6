package io.tillbot.core.execution;

import static io.tillbot.core.support.World.ANN;
import static io.tillbot.core.support.World.BOSS;
import static io.tillbot.core.support.World.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.Answer;
import io.tillbot.core.Bot;
import io.tillbot.core.Delivered;
import io.tillbot.core.Press;
import io.tillbot.core.Pressed;
import io.tillbot.core.Step;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Platform;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.access.Workspace;
import io.tillbot.core.operation.State;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.support.RecordedNotices.Notice;
import io.tillbot.core.support.TermsOf;
import io.tillbot.core.support.Words;
import io.tillbot.core.support.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Whoever has to know what happens to an operation is told, and nobody is told twice. */
class OperationNoticesTest {
  private static final String OWNER = "console/local/ann";
  private static final String APPROVE = "/billing-admin approve op-0000000001";
  private static final Duration HOUR = Duration.ofHours(1);

  private final World world = new World();

  @AutoClose private final QuietLogs logs = new QuietLogs();

  @Test
  void thoseWhoMayAgreeAreAskedInTheirChannel() {
    world.terms(TermsOf.approvalIn(BOSS, "C7"));
    Outcome pending = world.run(ANN, "/pay 123 50");
    assertThat(pending).isInstanceOf(Outcome.Pending.class);
    assertThat(world.notices.notices())
        .singleElement()
        .satisfies(
            asked -> {
              assertThat(asked.to()).isEqualTo("console/local C7");
              assertThat(Words.buttons(asked.outcome().reply())).contains(APPROVE);
              assertThat(Words.everything(asked.outcome().reply()).toString())
                  .as("an account's name holds its client's number")
                  .doesNotContain(World.ACCOUNT.value());
            });
  }

  @Test
  void whereThePolicyNamesNoChannelNobodyIsAsked() {
    world.terms(TermsOf.approval(BOSS));
    world.run(ANN, "/pay 123 50");
    assertThat(world.notices.notices()).isEmpty();
  }

  @Test
  void itsOwnerLearnsThatItWasApprovedAndSent() {
    world.terms(TermsOf.approval(BOSS));
    world.run(ANN, "/pay 123 50");
    world.say(BOSS, APPROVE);
    assertThat(told()).containsExactly("state.succeeded.what");
    world.say(BOSS, APPROVE);
    assertThat(told()).as("once").hasSize(1);
  }

  @Test
  void itsOwnerLearnsThatItWasRejected() {
    world.terms(TermsOf.approval(BOSS));
    world.run(ANN, "/pay 123 50");
    world.say(BOSS, "/billing-admin reject op-0000000001 no");
    assertThat(told()).startsWith("state.rejected.what");
  }

  @Test
  void itsOwnerLearnsThatNobodyAnsweredInTime() {
    world.terms(TermsOf.approval(BOSS));
    world.run(ANN, "/pay 123 50");
    world.pass(Duration.ofDays(1));
    world.sweep();
    assertThat(told()).containsExactly("state.expired.what");
  }

  @Test
  void itsOwnerLearnsWhatBecameOfWhatWasHeld() {
    world.runBot();
    world.terms(TermsOf.hold(HOUR));
    world.run(ANN, "/cancel server 42");
    world.sweep();
    assertThat(told()).as("it waits").isEmpty();
    world.pass(HOUR);
    world.sweep();
    world.sweep();
    assertThat(world.state(1)).isEqualTo(State.SUCCEEDED);
    assertThat(told()).containsExactly("state.succeeded.what");
  }

  @Test
  void nobodyIsToldOfWhatTheyLetGo() {
    world.say(ANN, "/pay 123 50");
    world.pass(HOUR);
    world.sweep();
    assertThat(world.state(1)).isEqualTo(State.EXPIRED);
    assertThat(told()).isEmpty();
  }

  @Test
  void whomNoNoticeReachesLosesNothing() {
    world.notices.nobodyListens();
    world.terms(TermsOf.approvalIn(BOSS, "C7"));
    assertThat(world.run(ANN, "/pay 123 50")).isInstanceOf(Outcome.Pending.class);
    world.say(BOSS, APPROVE);
    assertThat(world.state(1)).isEqualTo(State.SUCCEEDED);
  }

  @Test
  void aButtonForAllServesEachWithTheirOwnRights() {
    world.terms(TermsOf.approval(BOSS));
    world.run(ANN, "/pay 123 50");
    Bot bot = world.replica().bot();
    TicketId open = bot.offerToAll(Workspace.of(ANN), Step.line(APPROVE));

    assertThat(press(bot, EVE, open).outcome()).isInstanceOf(Outcome.Refused.class);
    assertThat(press(bot, ANN, open).outcome()).isInstanceOf(Outcome.Refused.class);
    assertThat(world.state(1)).isEqualTo(State.AWAITING_APPROVAL);
    assertThat(press(bot, BOSS, open).outcome()).isInstanceOf(Outcome.Answered.class);
    assertThat(world.state(1)).isEqualTo(State.SUCCEEDED);
  }

  @Test
  void inAnotherWorkspaceItServesNobody() {
    Bot bot = world.replica().bot();
    TicketId open = bot.offerToAll(Workspace.of(ANN), Step.line("/billing help"));
    Caller elsewhere = new Caller(Platform.SLACK, "T1", "U1");
    assertThat(press(bot, elsewhere, open).use()).isEqualTo(Answer.Use.TURNED_AWAY);
  }

  private int presses;

  private Answer press(Bot bot, Caller caller, TicketId ticket) {
    Press press = new Press(caller, Place.terminal(), ticket);
    return bot.takeUp(
            new Delivered(
                caller.platform().id() + "/press-" + presses++,
                new Pressed(Pressed.Kind.STEP, press),
                Optional.empty()))
        .orElseThrow()
        .answer()
        .answer();
  }

  /** What the owner was told. */
  private List<String> told() {
    return world.notices.notices().stream()
        .filter(notice -> notice.to().equals(OWNER))
        .map(Notice::outcome)
        .flatMap(outcome -> Words.of(outcome.reply().body()).stream())
        .toList();
  }
}
