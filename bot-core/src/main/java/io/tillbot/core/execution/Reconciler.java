package io.tillbot.core.execution;

import io.tillbot.core.access.Credential;
import io.tillbot.core.audit.AuditEntry;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.operation.Change;
import io.tillbot.core.operation.CreditTrail;
import io.tillbot.core.operation.Finding;
import io.tillbot.core.operation.Intent;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.operation.State;
import io.tillbot.core.port.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks again at what is unknown. What a read proves is settled; what none proves is looked at
 * later and at last left to a person. It never sends anything.
 */
class Reconciler {
  private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

  private final Means means;
  private final Bindings bindings;

  Reconciler(Means means, Bindings bindings) {
    this.means = means;
    this.bindings = bindings;
  }

  /**
   * Looks once. Gives the operation as the ledger then has it. A look that was not due yet, because
   * a person asked, takes none away from those that are.
   */
  final Operation look(Operation unknown) {
    CreditTrail trail = trail(unknown);
    Optional<State> end = proven(unknown, trail);
    return end.isPresent() || unknown.isDue(means.now())
        ? means.store().write(unit -> written(unit, unknown, end, trail))
        : unknown;
  }

  private Operation written(
      UnitOfWork unit, Operation unknown, Optional<State> end, CreditTrail trail) {
    Instant now = means.now();
    // Another may have been sent while this one was looked for.
    boolean isBlurred = trail == CreditTrail.CLEAR && !Locks.wasAlone(unit.operations(), unknown);
    Operation next =
        end.filter(_ -> !isBlurred)
            .map(state -> Reason.proven(unknown, state, now))
            .orElseGet(() -> unknown.lookedAt(again(unknown, now)));
    return unit.operations()
        .saved(next)
        .map(saved -> audited(unit, saved, now))
        .or(() -> unit.operations().find(unknown.id()))
        .orElse(unknown);
  }

  private static Operation audited(UnitOfWork unit, Operation looked, Instant now) {
    if (looked.state() != State.UNKNOWN) {
      unit.audit().append(AuditEntry.due(looked, now, Duration.ZERO));
    }
    return looked;
  }

  private Optional<Instant> again(Operation unknown, Instant now) {
    Optional<Duration> pause = means.lifetimes().beforeLook(unknown.tries() + 1);
    return pause.map(now::plus);
  }

  /** What reads prove; a fault of ours, or of the API, proves nothing. */
  private Optional<State> proven(Operation unknown, CreditTrail trail) {
    try {
      return found(unknown, trail)
          .flatMap(
              finding ->
                  switch (finding) {
                    case Finding.Done _ -> Optional.of(State.SETTLED_DONE);
                    case Finding.NotDone _ -> Optional.of(State.SETTLED_NOT_DONE);
                    case Finding.Unproven _ -> Optional.empty();
                  });
    } catch (RuntimeException bug) {
      LOG.error("{} could not be looked at", unknown.id(), bug);
      return Optional.empty();
    }
  }

  private Optional<Finding> found(Operation unknown, CreditTrail trail) {
    Optional<Intent> intent = unknown.intent();
    Optional<Credential> credential = means.vault().open(unknown.owner(), unknown.account());
    if (intent.isEmpty() || credential.isEmpty()) {
      return Optional.empty();
    }
    BillingReads reads = means.billing().open(credential.get()).reads();
    return bindings
        .of(unknown, intent.get())
        .map(
            bound -> {
              Change<?> change = bound.changes().recall(bound.call(), intent.get().recollection());
              return change.find(Optional.empty(), reads, trail);
            });
  }

  /**
   * A fall of the credit since it was sent is its own doing only when it was alone all the time.
   */
  CreditTrail trail(Operation unknown) {
    return means.store().read(unit -> Locks.wasAlone(unit.operations(), unknown))
        ? CreditTrail.CLEAR
        : CreditTrail.BLURRED;
  }
}
