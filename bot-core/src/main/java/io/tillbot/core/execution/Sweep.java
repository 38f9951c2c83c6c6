package io.tillbot.core.execution;

import io.tillbot.core.audit.AuditEntry;
import io.tillbot.core.operation.Note;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.operation.State;
import io.tillbot.core.port.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what is due: ends what nobody answered, goes on with what a process left behind, sends what
 * was held, calls unknown what nobody ended, and looks again at what is unknown. Any number of
 * processes may do it at once: the ledger takes each step from one of them.
 */
class Sweep {
  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
  private static final int AT_ONCE = 100;
  private static final int LOOKS = 5;
  private static final Duration UNCONFIRMED_KEPT = Duration.ofDays(30);

  private final Means means;
  private final Executor executor;
  private final Reconciler reconciler;
  private final OperationNotices notices;

  Sweep(Means means, Executor executor, Reconciler reconciler) {
    this.means = means;
    this.executor = executor;
    this.reconciler = reconciler;
    this.notices = new OperationNotices(means.notices());
  }

  /**
   * One round.
   *
   * @return how many operations were due
   */
  final int round() {
    List<Operation> due = due();
    due.stream().filter(one -> one.state() != State.UNKNOWN).forEach(this::tryStep);
    // A look asks the API and may take long: what others wait for comes first, and again soon.
    due.stream().filter(one -> one.state() == State.UNKNOWN).limit(LOOKS).forEach(this::tryStep);
    // A chat may be slow as well: nothing is kept waiting for it.
    due.stream().filter(OperationNotices::isAwaited).forEach(this::tellOwner);
    means
        .store()
        .write(
            unit ->
                unit.operations().forgetUnconfirmed(means.now().minus(UNCONFIRMED_KEPT), AT_ONCE));
    return due.size();
  }

  /** Where it has moved on. */
  private void tellOwner(Operation before) {
    try {
      means
          .store()
          .<Optional<Operation>>read(unit -> unit.operations().find(before.id()))
          .filter(now -> now.state() != before.state())
          .ifPresent(notices::tellOwner);
    } catch (RuntimeException broken) {
      LOG.error("{}: its owner was not told", before.id(), broken);
    }
  }

  private void tryStep(Operation due) {
    try {
      step(due);
    } catch (RuntimeException broken) {
      LOG.error("{}: what was due is tried again later", due, broken);
      postpone(due);
    }
  }

  /** So that what always fails does not stand before everything else for ever. */
  private void postpone(Operation due) {
    try {
      save(due.dueAt(means.now().plus(means.lifetimes().firstLook())));
    } catch (RuntimeException broken) {
      LOG.error("{} could not be put off", due, broken);
    }
  }

  /** What is due now. */
  List<Operation> due() {
    return means.store().read(unit -> unit.operations().due(means.now(), AT_ONCE));
  }

  /** Does what is due about one. */
  void step(Operation due) {
    switch (due.state()) {
      case PROPOSED, AWAITING_APPROVAL -> expire(due);
      case CONFIRMED -> takeOver(due);
      case HELD -> sendHeld(due);
      case SENDING -> condemn(due);
      case UNKNOWN -> tell(reconciler.look(due));
      case SUCCEEDED,
          REFUSED,
          NOT_SENT,
          SETTLED_DONE,
          SETTLED_NOT_DONE,
          EXPIRED,
          WITHDRAWN,
          REJECTED,
          STALE ->
          throw new IllegalStateException(due + " has ended");
    }
  }

  private void expire(Operation due) {
    Operation expired = due.to(State.EXPIRED, means.now());
    means
        .store()
        .write(unit -> unit.operations().save(expired) && audited(unit, expired, means.now()));
  }

  private boolean audited(UnitOfWork unit, Operation after, Instant began) {
    unit.audit().append(AuditEntry.due(after, began, Duration.between(began, means.now())));
    return true;
  }

  /** Whoever confirmed it is gone. It is sent while its owner still expects that. */
  private void takeOver(Operation due) {
    Instant now = means.now();
    Instant oldest = now.minus(means.lifetimes().confirmed());
    if (due.when(State.CONFIRMED).filter(at -> at.isBefore(oldest)).isPresent()) {
      expire(due);
    } else {
      carryOn(due);
    }
  }

  /** Its hold is over; so long over that it comes as a surprise, it is not sent any more. */
  private void sendHeld(Operation due) {
    if (Holding.isOverdue(due, means.lifetimes().overdue(), means.now())) {
      expire(due.noting(Note.REASON, Reason.OVERDUE.word()));
    } else {
      carryOn(due);
    }
  }

  /** Carries out what is due, unless somebody else has begun to. */
  void carryOn(Operation due) {
    Instant began = means.now();
    Operation leased = due.leasedTo(means.process(), began.plus(means.lifetimes().press()));
    means
        .store()
        .write(unit -> unit.operations().saved(leased))
        .map(mine -> executor.carryOut(mine, Occasion.LATER))
        .ifPresent(
            outcome -> {
              LOG.info("{} was carried out: {}", due.id(), outcome.getClass().getSimpleName());
              auditCarriedOut(due, began);
            });
  }

  /** It was sent or not; that this cannot be audited must not make anybody try it again. */
  private void auditCarriedOut(Operation before, Instant began) {
    try {
      means
          .store()
          .write(
              unit ->
                  unit.operations()
                      .find(before.id())
                      .filter(after -> after.state() != before.state())
                      .map(after -> audited(unit, after, began)));
    } catch (RuntimeException broken) {
      LOG.error("{} was carried out, and is missing in the audit trail", before.id(), broken);
    }
  }

  /** Calls unknown what somebody was sending whose lease has run out. */
  void condemn(Operation sending) {
    boolean isUnknown =
        means
            .store()
            .write(
                unit ->
                    Locks.condemn(
                            unit.operations(), sending, means.now(), means.lifetimes().firstLook())
                        && audited(
                            unit, unit.operations().find(sending.id()).orElseThrow(), means.now()));
    if (isUnknown) {
      LOG.warn(
          "{}: whoever was sending it did not come back; its outcome is unknown", sending.id());
    }
  }

  private static void tell(Operation looked) {
    if (looked.state() != State.UNKNOWN) {
      LOG.info("{} was settled", looked);
    } else if (looked.due().isEmpty()) {
      LOG.warn("{} is left to a person: no read tells what became of it", looked.id());
    }
  }

  private boolean save(Operation changed) {
    return means.store().write(unit -> unit.operations().save(changed));
  }
}
