package io.tillbot.core.execution;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.operation.Intent;
import io.tillbot.core.operation.Note;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.operation.OperationId;
import io.tillbot.core.operation.State;
import io.tillbot.core.policy.Approval;
import io.tillbot.core.policy.ChannelId;
import io.tillbot.core.port.UnitOfWork;
import io.tillbot.core.reply.Outcome;
import java.util.Optional;
import java.util.function.Predicate;

/** What people decide about an operation after it was confirmed. */
final class Decisions {
  private final Means means;
  private final Permits permits;
  private final Bindings bindings;

  Decisions(Means means, Bindings bindings) {
    this.means = means;
    this.permits = new Permits(means);
    this.bindings = bindings;
  }

  /** What came of it. */
  sealed interface Decided {
    /** It is so now, as the ledger has it. */
    record Done(Operation operation) implements Decided {}

    /** It is not, and why. */
    record Not(Outcome outcome) implements Decided {}
  }

  /** A second person agrees: it is sent when its hold is over, which may be at once. */
  Decided approve(OperationId id, Caller approver, Place place) {
    return awaiting(
        id,
        approver,
        place,
        (awaiting, granted) ->
            Holding.until(
                means.now().plus(granted.hold()),
                awaiting
                    .noting(Note.DECIDED_BY, approver.key())
                    .noting(Note.APPROVERS, granted.approvers()),
                means.now()));
  }

  /** A second person does not agree: it ends. */
  Decided reject(OperationId id, Caller approver, Place place, Optional<String> reason) {
    return awaiting(
        id, approver, place, (awaiting, _) -> ended(awaiting, State.REJECTED, approver, reason));
  }

  /** Its owner takes it back before it is sent. */
  Decided withdraw(OperationId id, Caller owner) {
    return changed(
        id,
        found -> found.owner().equals(owner),
        (_, found) ->
            found.state().next().contains(State.WITHDRAWN)
                ? new Decided.Done(found.to(State.WITHDRAWN, means.now()))
                : new Decided.Not(OperationAnswers.notNow(found)));
  }

  /** A person has found out what became of it. */
  Decided settle(OperationId id, State end, Caller who, Optional<String> reason) {
    return changed(
        id,
        _ -> true,
        (_, found) ->
            found.state() == State.UNKNOWN
                ? new Decided.Done(ended(found, end, who, reason))
                : new Decided.Not(OperationAnswers.notNow(found)));
  }

  /** Whether somebody may see it besides its owner and staff: who may agree to it, or has. */
  boolean maySee(Operation operation, Caller caller, Place place, UnitOfWork unit) {
    return operation.note(Note.DECIDED_BY).equals(Optional.of(caller.key()))
        || mayDecide(operation, caller, place, unit);
  }

  /** Whether somebody may agree to it, or not, as the policy is now; never its owner. */
  boolean mayDecide(Operation operation, Caller approver, Place place, UnitOfWork unit) {
    return granted(operation, unit)
        .filter(_ -> operation.when(State.AWAITING_APPROVAL).isPresent())
        .flatMap(Permits.Permit.Granted::approval)
        .filter(approval -> approval.mayBeGivenBy(approver, place, operation.owner()))
        .isPresent();
  }

  /** Where those are asked who may agree to what waits; empty where the policy names no channel. */
  Optional<ChannelId> channel(Operation operation) {
    return operation.state() == State.AWAITING_APPROVAL
        ? means
            .store()
            .<Optional<Permits.Permit.Granted>>read(unit -> granted(operation, unit))
            .flatMap(Permits.Permit.Granted::approval)
            .flatMap(Approval::channel)
        : Optional.empty();
  }

  private Optional<Permits.Permit.Granted> granted(Operation operation, UnitOfWork unit) {
    Optional<CommandSpec> spec = bindings.spec(operation);
    Optional<Intent> intent = operation.intent();
    return spec.isPresent()
            && intent.isPresent()
            && permits.confirmed(operation, intent.get().place(), spec.get(), unit.operations())
                instanceof Permits.Permit.Granted granted
        ? Optional.of(granted)
        : Optional.empty();
  }

  private interface Change {
    Operation of(Operation awaiting, Permits.Permit.Granted granted);
  }

  private Decided awaiting(OperationId id, Caller approver, Place place, Change change) {
    return changed(
        id,
        _ -> true,
        (unit, found) -> {
          if (found.owner().equals(approver)) {
            return new Decided.Not(OperationAnswers.ownApproval(found));
          }
          if (!maySee(found, approver, place, unit)) {
            return new Decided.Not(OperationAnswers.none(Optional.of(id)));
          }
          if (found.state() != State.AWAITING_APPROVAL) {
            return new Decided.Not(OperationAnswers.notNow(found));
          }
          if (found.isDue(means.now())) {
            Operation expired = found.to(State.EXPIRED, means.now());
            unit.operations().save(expired);
            return new Decided.Not(OperationAnswers.notNow(expired));
          }
          return granted(found, unit)
              .<Decided>map(granted -> new Decided.Done(change.of(found, granted)))
              .orElseGet(() -> new Decided.Not(OperationAnswers.notNow(found)));
        });
  }

  private Operation ended(Operation operation, State end, Caller who, Optional<String> reason) {
    Operation decided = operation.noting(Note.DECIDED_BY, who.key());
    return reason
        .map(words -> decided.noting(Note.REASON, Reason.said(words)))
        .orElse(decided)
        .to(end, means.now());
  }

  private interface Decision {
    Decided of(UnitOfWork unit, Operation found);
  }

  private Decided changed(OperationId id, Predicate<Operation> isTheirs, Decision decision) {
    return means
        .store()
        .write(
            unit -> {
              Optional<Operation> found = unit.operations().find(id).filter(isTheirs);
              if (found.isEmpty()) {
                return new Decided.Not(OperationAnswers.none(Optional.of(id)));
              }
              return switch (decision.of(unit, found.get())) {
                case Decided.Not not -> not;
                case Decided.Done(Operation next) ->
                    unit.operations()
                        .saved(next)
                        .<Decided>map(Decided.Done::new)
                        .orElseGet(() -> new Decided.Not(OperationAnswers.elsewhere(found.get())));
              };
            });
  }
}
