package io.tillbot.adapter.store;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Workspace;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.operation.OperationId;
import io.tillbot.core.operation.OperationLedger;
import io.tillbot.core.operation.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ledger as rows, within a unit of work. */
final class SqlLedger implements OperationLedger {
  private static final Logger log = LoggerFactory.getLogger(SqlLedger.class);

  private final OperationRows rows;
  private final Sealer sealer;

  SqlLedger(OperationRows rows, Sealer sealer) {
    this.rows = rows;
    this.sealer = sealer;
  }

  /**
   * Keeps it at the version that it has.
   *
   * @throws IllegalStateException when there is one of that id
   */
  @Override
  public void add(Operation operation) {
    boolean isNew =
        VaultFailures.translated(
            () -> rows.add(OperationForm.row(operation, sealer), Passages.of(operation)));
    if (!isNew) {
      throw new IllegalStateException(operation.id() + " is in the ledger already");
    }
  }

  @Override
  public Optional<Operation> find(OperationId id) {
    return VaultFailures.translated(
        () -> rows.find(id.value()).map(row -> OperationForm.operation(row, sealer)));
  }

  @Override
  public boolean save(Operation changed) {
    return VaultFailures.translated(
        () -> rows.replace(OperationForm.row(changed, sealer), Passages.of(changed)));
  }

  @Override
  public List<Operation> open(AccountName account) {
    return opened(() -> rows.open(account.client()));
  }

  @Override
  public List<Operation> sentSince(AccountName account, Instant then) {
    return opened(() -> rows.sentAfter(account.client(), Millis.before(then)));
  }

  @Override
  public List<Operation> confirmedSince(Caller owner, Instant then) {
    return opened(() -> rows.confirmedAfter(owner.key(), Millis.before(then)));
  }

  /** One that does not open must not keep the others from being looked after. */
  @Override
  public List<Operation> due(Instant now, int most) {
    return legible(() -> rows.due(now.toEpochMilli(), most));
  }

  @Override
  public List<Operation> newest(Caller owner, Set<State> states, int most) {
    return legible(() -> rows.newest(Optional.of(owner.key()), states, most));
  }

  @Override
  public List<Operation> newest(Set<State> states, int most) {
    return legible(() -> rows.newest(Optional.empty(), states, most));
  }

  @Override
  public List<Operation> named(Workspace workspace, Set<State> states, int most) {
    return legible(() -> rows.named(People.of(workspace), states, most));
  }

  @Override
  public boolean handOver(Operation changed, Caller from) {
    return VaultFailures.translated(
        () -> rows.handOver(OperationForm.row(changed, sealer), from.key()));
  }

  @Override
  public int forgetUnconfirmed(Instant before, int most) {
    return VaultFailures.translated(() -> rows.forgetUnconfirmed(Millis.before(before), most));
  }

  private List<Operation> opened(Supplier<List<OperationRow>> query) {
    return VaultFailures.translated(
        () -> query.get().stream().map(row -> OperationForm.operation(row, sealer)).toList());
  }

  private List<Operation> legible(Supplier<List<OperationRow>> query) {
    return VaultFailures.translated(
        () -> query.get().stream().flatMap(row -> legible(row).stream()).toList());
  }

  private Optional<Operation> legible(OperationRow row) {
    try {
      return Optional.of(OperationForm.operation(row, sealer));
    } catch (UnreadableRowException e) {
      log.error("An operation cannot be read", e);
      return Optional.empty();
    }
  }
}
