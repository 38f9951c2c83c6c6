package io.tillbot.core.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.billing.model.InvoiceId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One change from its preview to its end, as a value. */
class OperationTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123456789Z");
  private static final Intent INTENT =
      new Intent(
          Map.of("email", "jane@example.com"),
          Place.terminal(),
          new Recollection(
              Snapshot.builder().fact(Fact.PROFILE, "Jane Roe").build(),
              Map.of("name", "Jane Roe")));

  private final Operation proposed = in(State.PROPOSED);

  @ParameterizedTest
  @EnumSource
  void onlyWhatMayFollowFollows(State state) {
    for (State next : State.values()) {
      Operation operation = in(state);
      if (state.next().contains(next)) {
        assertThat(operation.to(next, NOON).state()).isEqualTo(next);
      } else {
        assertThatThrownBy(() -> operation.to(next, NOON))
            .isInstanceOf(IllegalStateException.class)
            .hasMessageNotContaining("jane");
      }
    }
  }

  @Test
  void nothingFollowsAnEndAndNothingIsSentTwice() {
    assertThat(EnumSet.allOf(State.class))
        .filteredOn(State::isEnd)
        .containsExactlyInAnyOrder(
            State.SUCCEEDED,
            State.REFUSED,
            State.NOT_SENT,
            State.SETTLED_DONE,
            State.SETTLED_NOT_DONE,
            State.EXPIRED,
            State.WITHDRAWN,
            State.REJECTED,
            State.STALE);
    assertThat(EnumSet.allOf(State.class))
        .filteredOn(state -> state.next().contains(State.SENDING))
        .containsExactlyInAnyOrder(State.CONFIRMED, State.HELD);
    assertThat(State.SENDING.next()).noneMatch(State::isBeforeSending);
    assertThat(State.UNKNOWN.next()).noneMatch(State::isBeforeSending);
  }

  @ParameterizedTest
  @EnumSource
  void atItsEndEverythingPrivateIsGoneButTheNotes(State state) {
    Operation operation = in(state).noting(Note.RULE, "the-rule");
    for (State next : state.next()) {
      Operation later = operation.to(next, NOON);
      assertThat(later.note(Note.RULE)).contains("the-rule");
      assertThat(later.intent().isPresent()).isEqualTo(!next.isEnd());
      assertThat(later.sealed().toString().contains("Jane")).isEqualTo(!next.isEnd());
    }
  }

  @Test
  void aStepTakesTheLeaseAndWhatWasDueAway() {
    Operation leased =
        in(State.CONFIRMED).leasedTo("one", NOON).lookedAt(Optional.of(NOON)).dueAt(NOON);
    assertThat(leased.holder()).contains("one");
    assertThat(leased.tries()).isEqualTo(1);
    Operation sending = leased.to(State.SENDING, NOON);
    assertThat(sending.holder()).isEmpty();
    assertThat(sending.due()).isEmpty();
    assertThat(sending.tries()).isZero();
  }

  @Test
  void itIsDueFromItsTimeOn() {
    Operation due = proposed.dueAt(NOON);
    Instant time = due.due().orElseThrow();
    assertThat(due.isDue(time.minusMillis(1))).isFalse();
    assertThat(due.isDue(time)).isTrue();
    assertThat(due.lookedAt(Optional.empty()).isDue(time.plus(Duration.ofDays(1)))).isFalse();
  }

  @Test
  void itRemembersWhenItCameIntoEachStateToTheMillisecond() {
    Operation confirmed = proposed.to(State.CONFIRMED, NOON.plusSeconds(1));
    assertThat(confirmed.when(State.PROPOSED)).contains(Instant.parse("2026-11-23T12:00:00.123Z"));
    assertThat(confirmed.when(State.CONFIRMED)).contains(confirmed.since());
    assertThat(confirmed.when(State.SENDING)).isEmpty();
  }

  @Test
  void itIsPrintedByItsNameAndStateAlone() {
    assertThat(proposed.noting(Note.REASON, "private")).hasToString("op-0000000001 PROPOSED");
    assertThat(INTENT).hasToString("Intent[email]");
    assertThat(INTENT.recollection().toString()).doesNotContain("Jane");
  }

  @Test
  void itIsNeverWithoutAState() {
    assertThatThrownBy(() -> with(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  private static Operation in(State state) {
    return with(List.of(new Operation.Passage(state, NOON)));
  }

  private static Operation with(List<Operation.Passage> history) {
    return new Operation(
        OperationId.of("0000000001"),
        0,
        Caller.local("ann"),
        new AccountName("77@whmcs_eu"),
        "account edit",
        Set.of(Target.invoice(new InvoiceId(123))),
        Commitment.nothing(),
        Optional.empty(),
        Optional.empty(),
        0,
        history,
        INTENT.facts());
  }
}
