package io.tillbot.core.execution;

import io.tillbot.core.access.Credential;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingApi;
import io.tillbot.core.operation.Change;
import io.tillbot.core.operation.CreditTrail;
import io.tillbot.core.operation.Note;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.operation.State;
import io.tillbot.core.port.UnitOfWork;
import io.tillbot.core.reply.Outcome;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what everybody has agreed to: looks again, takes the client's one place for sending, sends
 * once, reads what has become of it, and writes that down. An unclear answer is never told as
 * success, and a clear one only where the change's own proof agrees. Between its two transactions
 * it may die at any point: before the first nothing was sent, after it nothing is sent again.
 */
class Executor {
  private static final Logger LOG = LoggerFactory.getLogger(Executor.class);

  /** A store that fails once may be well again at once; what is known must not be lost. */
  private static final int MOST_TRIES = 3;

  private final Means means;
  private final Recheck recheck;
  private final Unsent unsent;

  Executor(Means means, Bindings bindings) {
    this(means, bindings, new Unsent(means));
  }

  /** With another part, which a test breaks. */
  Executor(Means means, Bindings bindings, Unsent unsent) {
    this.means = means;
    this.recheck = new Recheck(means, bindings);
    this.unsent = unsent;
  }

  /**
   * Carries out an operation that is confirmed, or whose hold is over.
   *
   * @param ready as the ledger has it, in this process's hands
   */
  final Outcome carryOut(Operation ready, Occasion occasion) {
    Recheck.Result result;
    try {
      result = lookAgain(ready, occasion);
    } catch (RuntimeException broken) {
      LOG.error("{} broke before it was sent", ready.id(), broken);
      return unsent.notNow(ready, occasion, Reason.BROKEN_HERE, OperationAnswers.broken(ready));
    }
    return switch (result) {
      case Recheck.Good good -> taken(ready, good, occasion);
      case Recheck.Ended(State end, Reason reason, Outcome outcome) ->
          unsent.ended(ready, end, reason, outcome);
      case Recheck.NotNow(Outcome outcome) ->
          unsent.notNow(ready, occasion, Reason.NOT_READABLE, outcome);
    };
  }

  /** Whether it is still what was agreed to. */
  Recheck.Result lookAgain(Operation ready, Occasion occasion) {
    return recheck.look(ready, occasion);
  }

  private Outcome taken(Operation ready, Recheck.Good good, Occasion occasion) {
    Taking taking;
    try {
      taking = take(ready, good.before());
    } catch (RuntimeException broken) {
      LOG.error("{} could not be taken for sending", ready.id(), broken);
      return unsent.notNow(ready, occasion, Reason.BROKEN_HERE, OperationAnswers.broken(ready));
    }
    return switch (taking) {
      case Taking.Mine(Operation sending, CreditTrail trail) ->
          sent(sending, good.change(), good.credential(), trail);
      case Taking.Locked(Operation by) ->
          unsent.ended(
              ready, State.STALE, Reason.LOCKED, OperationAnswers.locked(by, ready.owner()));
      case Taking.Busy(Operation other) ->
          unsent.notNow(ready, occasion, Reason.BUSY, OperationAnswers.busy(other, good.line()));
      case Taking.Gone _ -> unsent.passedOn(ready);
    };
  }

  /** What came of trying to be the one who sends. */
  sealed interface Taking {
    /** It is ours alone until the lease ends. */
    record Mine(Operation sending, CreditTrail trail) implements Taking {}

    /** What it concerns is locked by an operation whose outcome is unknown. */
    record Locked(Operation by) implements Taking {}

    /** Another one of the client is on its way, or was while this one was looked at. */
    record Busy(Operation other) implements Taking {}

    /** Somebody else has gone on with it. */
    record Gone() implements Taking {}
  }

  /** The second transaction: conditional, and durable before anything is sent. */
  Taking take(Operation ready, Traffic before) {
    return means
        .store()
        .write(
            unit -> {
              unit.exclude(Excluded.client(ready.account()));
              Instant now = means.now();
              Locks locks =
                  Locks.of(unit.operations(), ready.account(), now, means.lifetimes().firstLook());
              Optional<Operation> unknown = locks.unknown(ready.targets());
              if (unknown.isPresent()) {
                return new Taking.Locked(unknown.get());
              }
              if (locks.sending().isPresent()) {
                return locks.sending().get().id().equals(ready.id())
                    ? new Taking.Gone()
                    : new Taking.Busy(locks.sending().get());
              }
              Optional<Operation> passed = before.passed(unit.operations());
              if (passed.isPresent()) {
                return new Taking.Busy(passed.get());
              }
              locks.blurUnknown(unit.operations());
              Operation sending =
                  blurred(ready, locks)
                      .to(State.SENDING, now)
                      .leasedTo(means.process(), now.plus(means.lifetimes().sending()));
              CreditTrail trail = locks.hasUnknown() ? CreditTrail.BLURRED : CreditTrail.CLEAR;
              return unit.operations()
                  .saved(sending)
                  .<Taking>map(mine -> new Taking.Mine(mine, trail))
                  .orElseGet(Taking.Gone::new);
            });
  }

  private static Operation blurred(Operation ready, Locks locks) {
    return locks.hasUnknown() ? ready.noting(Note.BLURRED, "") : ready;
  }

  private <A> Outcome sent(
      Operation sending, Change<A> change, Credential credential, CreditTrail trail) {
    if (!means.now().isBefore(means.lifetimes().latestStart(sending.since()))) {
      return unsent.tooLate(sending);
    }
    Ending ending;
    try {
      BillingApi api = means.billing().open(credential);
      ending = Ending.of(change, send(change, api), api.reads(), trail);
    } catch (RuntimeException | LinkageError bug) {
      LOG.error("{} broke after it may have been sent", sending.id(), bug);
      ending = Ending.brokenHere(change.subject());
    }
    return written(sending, ending);
  }

  /** The one request. */
  <A> ApiResult<A> send(Change<A> change, BillingApi api) {
    return change.send(api.writes());
  }

  /** Writes down what has become of it; what could not be is found again by the sweep. */
  private Outcome written(Operation sending, Ending ending) {
    for (int tries = 1; tries <= MOST_TRIES; tries++) {
      try {
        if (!means.store().write(unit -> write(unit, sending, ending))) {
          LOG.error("{} had ended otherwise than as {}", sending.id(), ending.state());
        }
        break;
      } catch (RuntimeException broken) {
        LOG.error(
            "{}: its outcome {} was not written down, try {}",
            sending.id(),
            ending.state(),
            tries,
            broken);
      }
    }
    return OperationAnswers.named(ending.outcome(), sending.id());
  }

  private boolean write(UnitOfWork unit, Operation sending, Ending ending) {
    Instant now = means.now();
    if (unit.operations().save(ended(sending, ending, now))) {
      return true;
    }
    // The lease had run out. What is known for certain settles what others had to call unknown.
    return unit.operations()
        .find(sending.id())
        .filter(found -> found.state() == State.UNKNOWN)
        .filter(
            unknown ->
                ending.evidence() == Ending.Evidence.WORD
                    || Locks.wasAlone(unit.operations(), unknown))
        .flatMap(unknown -> ending.settled().map(end -> Reason.proven(unknown, end, now)))
        .filter(unit.operations()::save)
        .isPresent();
  }

  private Operation ended(Operation sending, Ending ending, Instant now) {
    Operation ended = sending.to(ending.state(), now);
    return ending.state() == State.UNKNOWN
        ? ending
            .settled()
            .map(settled -> Reason.proven(ended, settled, now))
            .orElseGet(() -> ended.dueAt(now.plus(means.lifetimes().firstLook())))
        : ended;
  }
}
