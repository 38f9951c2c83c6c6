package io.tillbot.core.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.access.Credential;
import io.tillbot.core.access.Secret;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.ApiResult.NotSentCause;
import io.tillbot.core.billing.ApiResult.UnknownCause;
import io.tillbot.core.billing.BillingApi;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.BillingWrites;
import io.tillbot.core.billing.Refusal;
import io.tillbot.core.operation.Change;
import io.tillbot.core.operation.Commitment;
import io.tillbot.core.operation.CreditTrail;
import io.tillbot.core.operation.Finding;
import io.tillbot.core.operation.Snapshot;
import io.tillbot.core.operation.State;
import io.tillbot.core.operation.Target;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.support.ScriptedBilling;
import io.tillbot.core.support.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person is told of a change, whatever the API answers and the reads find. */
class EndingTest {
  private static final Finding DONE = new Finding.Done(Reply.of(Text.of("test.done")));
  private static final Finding NOT_DONE = new Finding.NotDone("/test again");
  private static final Finding UNPROVEN = new Finding.Unproven(List.of(Text.of("test.trace")));

  private static final Supplier<Finding> NEVER =
      () -> {
        throw new AssertionError("read");
      };

  private final BillingApi billing =
      new ScriptedBilling().open(new Credential.Token(Secret.of("fake-token")));

  @Test
  void aClearYesThatTheReadsShowIsDone() {
    assertThat(outcome(new ApiResult.Done<>("yes"), DONE)).isInstanceOf(Outcome.Answered.class);
  }

  @Test
  void aClearYesThatTheReadsDoNotShowIsUnknown() {
    Outcome unknown = outcome(new ApiResult.Done<>("yes"), UNPROVEN);
    assertThat(unknown).isInstanceOf(Outcome.Unknown.class);
    assertThat(Words.of(unknown.reply().body()))
        .containsExactly(
            "unknown.what(test.subject)",
            "unknown.said-done-unproven",
            "unknown.do-not-repeat",
            "test.look-here");
    assertThat(Words.of(unknown.reply().notes())).containsExactly("test.trace");
  }

  @ParameterizedTest
  @EnumSource(UnknownCause.class)
  void anUnclearAnswerIsWhatTheReadsSay(UnknownCause cause) {
    ApiResult<String> unclear = new ApiResult.Unknown<>(cause);
    assertThat(outcome(unclear, DONE)).isInstanceOf(Outcome.Answered.class);
    assertThat(outcome(unclear, NOT_DONE)).isInstanceOf(Outcome.Unavailable.class);
    assertThat(outcome(unclear, UNPROVEN)).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void whatWasNotDoneIsOfferedAgain() {
    Outcome notDone = outcome(new ApiResult.Unknown<>(UnknownCause.TIMED_OUT), NOT_DONE);
    assertThat(Words.buttons(notDone.reply())).containsExactly("/test again");
  }

  @Test
  void aNoIsTakenAtItsWordAndNothingIsRead() {
    assertThat(carryOut(new ApiResult.Refused<>(new Refusal("-1", "no", List.of())), NEVER))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(carryOut(new ApiResult.NotAuthorized<>(""), NEVER))
        .isInstanceOf(Outcome.NeedsLink.class);
    assertThat(carryOut(new ApiResult.NotSent<>(NotSentCause.NO_CONNECTION, null), NEVER))
        .isInstanceOf(Outcome.Unavailable.class);
  }

  @Test
  void whatTheLedgerKeepsIsWhatThePersonIsTold() {
    assertThat(ending(new ApiResult.Done<>("yes"), () -> DONE).state()).isEqualTo(State.SUCCEEDED);
    assertThat(ending(new ApiResult.Done<>("yes"), () -> UNPROVEN).state())
        .isEqualTo(State.UNKNOWN);
    assertThat(ending(new ApiResult.NotSent<>(NotSentCause.NO_CONNECTION, null), NEVER).state())
        .isEqualTo(State.NOT_SENT);
    assertThat(ending(new ApiResult.Refused<>(new Refusal("-1", "no", List.of())), NEVER).state())
        .isEqualTo(State.REFUSED);
    assertThat(ending(new ApiResult.Unknown<>(UnknownCause.TIMED_OUT), () -> NOT_DONE))
        .extracting(Ending::state, Ending::settled)
        .containsExactly(State.UNKNOWN, Optional.of(State.SETTLED_NOT_DONE));
  }

  private Outcome outcome(ApiResult<String> answer, Finding finding) {
    return carryOut(answer, () -> finding);
  }

  private Outcome carryOut(ApiResult<String> answer, Supplier<Finding> finding) {
    return ending(answer, finding).outcome();
  }

  private Ending ending(ApiResult<String> answer, Supplier<Finding> finding) {
    return Ending.of(new TestChange(finding), answer, billing.reads(), CreditTrail.CLEAR);
  }

  private record TestChange(Supplier<Finding> finding) implements Change<String> {
    @Override
    public Text subject() {
      return Text.of("test.subject");
    }

    @Override
    public Reply.Builder preview() {
      return Reply.card(subject());
    }

    @Override
    public Snapshot snapshot() {
      return Snapshot.builder().build();
    }

    @Override
    public Set<Target> targets() {
      return Set.of(Target.client());
    }

    @Override
    public Commitment commitment() {
      return Commitment.nothing();
    }

    @Override
    public ApiResult<String> send(BillingWrites writes) {
      throw new AssertionError("sent");
    }

    @Override
    public Finding find(Optional<String> told, BillingReads reads, CreditTrail trail) {
      return finding.get();
    }

    @Override
    public void whereToLook(Reply.Builder card) {
      card.body(Text.of("test.look-here"));
    }
  }
}
