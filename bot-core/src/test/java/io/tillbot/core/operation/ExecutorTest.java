package io.tillbot.core.operation;

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
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.support.LogCapture;
import io.tillbot.core.support.ScriptedBilling;
import io.tillbot.core.support.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person is told of a change, whatever the API answers and the reads find. */
class ExecutorTest {
  private static final Finding DONE = new Finding.Done(Reply.of(Text.of("test.done")));
  private static final Finding NOT_DONE = new Finding.NotDone("/test again");
  private static final Finding UNPROVEN = new Finding.Unproven(List.of(Text.of("test.trace")));

  private final BillingApi billing =
      new ScriptedBilling().open(new Credential.Token(Secret.of("fake-token")));
  private int sent;

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
    Supplier<Finding> never =
        () -> {
          throw new AssertionError("read");
        };
    assertThat(carryOut(new ApiResult.Refused<>(new Refusal("-1", "no", List.of())), never))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(carryOut(new ApiResult.NotAuthorized<>(""), never))
        .isInstanceOf(Outcome.NeedsLink.class);
    assertThat(carryOut(new ApiResult.NotSent<>(NotSentCause.NO_CONNECTION, null), never))
        .isInstanceOf(Outcome.Unavailable.class);
  }

  @Test
  void aFaultOfOurOwnAfterSendingIsUnknownAndNeverNothingChanged() {
    try (LogCapture log = LogCapture.of(Executor.class)) {
      Outcome unknown =
          carryOut(
              new ApiResult.Done<>("yes"),
              () -> {
                throw new IllegalStateException("a bug while reading");
              });
      assertThat(unknown).isInstanceOf(Outcome.Unknown.class);
      assertThat(Words.of(unknown.reply().body())).contains("unknown.broken-here");
      assertThat(log.lines()).hasSize(1);
    }
  }

  @Test
  void itIsSentOnce() {
    outcome(new ApiResult.Unknown<>(UnknownCause.TIMED_OUT), UNPROVEN);
    assertThat(sent).isEqualTo(1);
  }

  private Outcome outcome(ApiResult<String> answer, Finding finding) {
    return carryOut(answer, () -> finding);
  }

  private Outcome carryOut(ApiResult<String> answer, Supplier<Finding> finding) {
    return Executor.carryOut(
        new TestChange(
            _ -> {
              sent++;
              return answer;
            },
            finding),
        billing);
  }

  private record TestChange(
      Function<BillingWrites, ApiResult<String>> sending, Supplier<Finding> finding)
      implements Change<String> {
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
      return sending.apply(writes);
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
