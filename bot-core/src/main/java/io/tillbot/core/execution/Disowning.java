package io.tillbot.core.execution;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Workspace;
import io.tillbot.core.audit.AuditEntry;
import io.tillbot.core.operation.Note;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.operation.State;
import io.tillbot.core.port.UnitOfWork;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Puts the operations of a workspace's people under the pseudonyms by which the audit trail knows
 * them. What was not sent is withdrawn first; what is unknown is looked at once more, as long as
 * there is a credential to look with, and is then left to an operator. What is just being sent is
 * passed over: it ends by itself, or becomes unknown.
 */
final class Disowning {
  private static final Set<State> ALL_BUT_SENDING = EnumSet.complementOf(EnumSet.of(State.SENDING));

  private final Means means;
  private final Reconciler reconciler;

  Disowning(Means means, Reconciler reconciler) {
    this.means = means;
    this.reconciler = reconciler;
  }

  /** Does so with some, each in a unit of its own; with how many. */
  int some(Workspace workspace, int most) {
    List<Operation> found =
        means.store().read(unit -> unit.operations().named(workspace, ALL_BUT_SENDING, most));
    return (int) found.stream().filter(this::isDisowned).count();
  }

  /** Whether something of the workspace's people is just being sent. */
  boolean isSending(Workspace workspace) {
    return means
        .store()
        .<Boolean>read(
            unit -> !unit.operations().named(workspace, EnumSet.of(State.SENDING), 1).isEmpty());
  }

  private boolean isDisowned(Operation found) {
    Operation looked = found.state() == State.UNKNOWN ? reconciler.look(found) : found;
    return means
        .store()
        .<Boolean>write(
            unit ->
                ended(unit, looked)
                    .filter(
                        one ->
                            unit.operations()
                                .handOver(one.pseudonymous(names(unit)), looked.owner()))
                    .isPresent());
  }

  private Optional<Operation> ended(UnitOfWork unit, Operation found) {
    if (!found.state().isBeforeSending()) {
      return Optional.of(found);
    }
    Operation withdrawn =
        found.noting(Note.REASON, Reason.UNINSTALLED.word()).to(State.WITHDRAWN, means.now());
    return unit.operations()
        .saved(withdrawn)
        .map(
            kept -> {
              unit.audit().append(AuditEntry.due(kept, means.now(), Duration.ZERO));
              return kept;
            });
  }

  private static UnaryOperator<Caller> names(UnitOfWork unit) {
    return caller ->
        new Caller(caller.platform(), caller.workspace(), unit.audit().named(caller).value());
  }
}
