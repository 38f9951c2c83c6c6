package io.tillbot.core.execution;

import io.tillbot.core.operation.Note;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.operation.State;
import io.tillbot.core.port.UnitOfWork;
import io.tillbot.core.reply.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down that an operation was not sent, and only then says so: as long as the ledger has it
 * as confirmed, another process may go on with it.
 */
class Unsent {
  private static final Logger LOG = LoggerFactory.getLogger(Unsent.class);

  private final Means means;

  Unsent(Means means) {
    this.means = means;
  }

  /** It ends. */
  Outcome ended(Operation ready, State end, Reason reason, Outcome outcome) {
    Operation ended = ready.noting(Note.REASON, reason.word()).to(end, means.now());
    return written(ready, ended, outcome);
  }

  /** It is tried again where nobody waits for it, not for ever; else it ends. */
  Outcome notNow(Operation ready, Occasion occasion, Reason reason, Outcome outcome) {
    Optional<Duration> pause =
        switch (occasion) {
          case PRESSED -> Optional.empty();
          case LATER -> means.lifetimes().beforeLook(ready.tries());
        };
    if (pause.isEmpty()) {
      return ended(ready, State.STALE, reason, outcome);
    }
    Instant again = means.now().plus(pause.get());
    return written(ready, ready.lookedAt(Optional.of(again)), OperationAnswers.later(ready, again));
  }

  /**
   * It was taken for sending, and so much time has gone by that sending it is not safe any more.
   */
  Outcome tooLate(Operation sending) {
    LOG.warn("{} was taken for sending and not sent in time", sending.id());
    Operation ended =
        sending.noting(Note.REASON, Reason.TOO_LATE.word()).to(State.NOT_SENT, means.now());
    return written(sending, ended, OperationAnswers.broken(sending));
  }

  /** Somebody else has gone on with it: it is as they say. */
  Outcome passedOn(Operation ready) {
    try {
      return means
          .store()
          .read(unit -> unit.operations().find(ready.id()))
          .map(Unsent::asFound)
          .orElseGet(() -> OperationAnswers.goesOn(ready));
    } catch (RuntimeException broken) {
      LOG.error("{} could not be looked up", ready.id(), broken);
      return OperationAnswers.goesOn(ready);
    }
  }

  private Outcome written(Operation ready, Operation next, Outcome outcome) {
    try {
      return means
          .store()
          .write(
              unit ->
                  unit.operations().save(next)
                      ? outcome
                      : unit.operations()
                          .find(ready.id())
                          .map(found -> otherwise(unit, ready, found, outcome))
                          .orElseGet(() -> OperationAnswers.goesOn(ready)));
    } catch (RuntimeException broken) {
      LOG.error("{}: that it was not sent could not be written down", ready.id(), broken);
      return OperationAnswers.uncertain(ready);
    }
  }

  /** It was taken for sending here, which failed so that nobody could tell: it was not sent. */
  private Outcome otherwise(UnitOfWork unit, Operation ready, Operation found, Outcome outcome) {
    boolean isOurs =
        found.state() == State.SENDING
            && found.version() == ready.version() + 1
            && found.holder().equals(Optional.of(means.process()));
    return isOurs
            && unit.operations()
                .save(
                    found
                        .noting(Note.REASON, Reason.BROKEN_HERE.word())
                        .to(State.NOT_SENT, means.now()))
        ? outcome
        : asFound(found);
  }

  private static Outcome asFound(Operation found) {
    boolean isOver = found.state().isEnd() && found.when(State.SENDING).isEmpty();
    return isOver ? OperationAnswers.notNow(found) : OperationAnswers.goesOn(found);
  }
}
