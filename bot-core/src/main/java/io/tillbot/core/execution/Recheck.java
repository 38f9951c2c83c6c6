package io.tillbot.core.execution;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Credential;
import io.tillbot.core.account.AccountChoice;
import io.tillbot.core.operation.Change;
import io.tillbot.core.operation.Fact;
import io.tillbot.core.operation.Intent;
import io.tillbot.core.operation.Note;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.operation.Preparation;
import io.tillbot.core.operation.Snapshot;
import io.tillbot.core.operation.State;
import io.tillbot.core.reply.Outcome;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The last look before sending: the policy, the credential and everything that was agreed to.
 * Outside any transaction, since it reads from the API.
 */
final class Recheck {
  private final Means means;
  private final Bindings bindings;
  private final Permits permits;

  Recheck(Means means, Bindings bindings) {
    this.means = means;
    this.permits = new Permits(means);
    this.bindings = bindings;
  }

  /** What came of it. */
  sealed interface Result {}

  /** It may be sent. */
  record Good(Change<?> change, Credential credential, String line, Traffic before)
      implements Result {}

  /** It ends here; nothing was sent. */
  record Ended(State end, Reason reason, Outcome outcome) implements Result {}

  /** It could not be looked at now. */
  record NotNow(Outcome outcome) implements Result {}

  Result look(Operation ready, Occasion occasion) {
    Optional<Intent> intent = ready.intent();
    Optional<Bindings.Bound> bound = intent.flatMap(kept -> bindings.of(ready, kept));
    if (intent.isEmpty() || bound.isEmpty()) {
      return new Ended(State.STALE, Reason.BROKEN_HERE, OperationAnswers.broken(ready));
    }
    Ledgered seen = ledgered(ready, intent.get(), bound.get());
    Optional<Outcome> denied = denied(ready, seen.permit(), bound.get());
    if (denied.isPresent()) {
      return new Ended(State.REJECTED, Reason.POLICY, denied.get());
    }
    Optional<AccountName> inUse = means.vault().inUse(ready.owner());
    if (occasion == Occasion.PRESSED
        && inUse.filter(account -> !account.equals(ready.account())).isPresent()) {
      return new Ended(
          State.STALE,
          Reason.OTHER_ACCOUNT,
          ConfirmationCards.otherAccount(inUse.get(), ready.account()));
    }
    Optional<Credential> credential = means.vault().open(ready.owner(), ready.account());
    return credential.isPresent()
        ? prepared(bound.get(), intent.get(), credential.get(), seen.traffic())
        : new Ended(
            State.STALE,
            Reason.NOT_LINKED,
            new Outcome.NeedsLink(AccountChoice.needed(means.vault(), ready.owner())));
  }

  /** What is read from the ledger, before anything is read from the API. */
  private record Ledgered(Permits.Permit permit, Traffic traffic) {}

  private Ledgered ledgered(Operation ready, Intent intent, Bindings.Bound bound) {
    Instant since = means.now().minus(means.lifetimes().sending().multipliedBy(2));
    return means
        .store()
        .read(
            unit ->
                new Ledgered(
                    permits.confirmed(
                        ready, intent.place(), bound.command().spec(), unit.operations()),
                    Traffic.of(unit.operations(), ready.account(), since)));
  }

  /** The policy may have become another since it was confirmed: only what it asks now counts. */
  private Optional<Outcome> denied(Operation ready, Permits.Permit permit, Bindings.Bound bound) {
    return switch (permit) {
      case Permits.Permit.Denied(Outcome outcome, _) -> Optional.of(outcome);
      case Permits.Permit.Granted granted ->
          isEnough(ready, granted)
              ? Optional.empty()
              : Optional.of(OperationAnswers.stricterNow(granted.rule(), bound.line()));
    };
  }

  private boolean isEnough(Operation ready, Permits.Permit.Granted granted) {
    boolean isApproved =
        granted.approval().isEmpty()
            || ready.note(Note.APPROVERS).equals(Optional.of(granted.approvers()));
    return isApproved && Holding.isOver(ready, granted.hold(), means.now());
  }

  private Result prepared(
      Bindings.Bound bound, Intent intent, Credential credential, Traffic before) {
    return switch (bound
        .changes()
        .prepare(bound.call(), means.billing().open(credential).reads())) {
      case Preparation.Ended(Outcome.Unavailable outcome, _) -> new NotNow(outcome);
      case Preparation.Ended(Outcome outcome, _) ->
          new Ended(State.STALE, Reason.REFUSED_NOW, outcome);
      case Preparation.Ready(Change<?> change) -> {
        SortedMap<Fact, Snapshot.Difference> differences =
            change.snapshot().changesSince(intent.recollection().agreed());
        yield differences.isEmpty()
            ? new Good(change, credential, bound.line(), before)
            : new Ended(
                State.STALE, Reason.CHANGED, ConfirmationCards.stale(differences, bound.line()));
      }
    };
  }
}
