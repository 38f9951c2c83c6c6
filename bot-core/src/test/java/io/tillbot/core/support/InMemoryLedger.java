package io.tillbot.core.support;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Workspace;
import io.tillbot.core.audit.Pseudonym;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.operation.OperationId;
import io.tillbot.core.operation.OperationLedger;
import io.tillbot.core.operation.State;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The ledger for tests. */
final class InMemoryLedger implements OperationLedger {
  private static final Comparator<Operation> BY_AGE =
      Comparator.comparing(one -> one.history().getFirst().at());

  private final Map<OperationId, Operation> operations;

  InMemoryLedger() {
    this.operations = new LinkedHashMap<>();
  }

  /** A copy that goes its own way from here. */
  InMemoryLedger(InMemoryLedger original) {
    this.operations = new LinkedHashMap<>(original.operations);
  }

  @Override
  public void add(Operation operation) {
    if (operations.putIfAbsent(operation.id(), operation) != null) {
      throw new IllegalStateException("there is one of that id");
    }
  }

  @Override
  public Optional<Operation> find(OperationId id) {
    return Optional.ofNullable(operations.get(id));
  }

  @Override
  public boolean save(Operation changed) {
    Operation kept = operations.get(changed.id());
    boolean isTaken =
        changed.state() == State.SENDING
            && where(
                    other ->
                        isSameClient(other, changed.account())
                            && other.state() == State.SENDING
                            && !other.id().equals(changed.id()))
                .findAny()
                .isPresent();
    if (kept == null || kept.version() != changed.version() || isTaken) {
      return false;
    }
    operations.put(changed.id(), changed.atVersion(changed.version() + 1));
    return true;
  }

  @Override
  public List<Operation> open(AccountName account) {
    return where(one -> isSameClient(one, account))
        .filter(one -> Set.of(State.SENDING, State.UNKNOWN).contains(one.state()))
        .sorted(BY_AGE)
        .toList();
  }

  @Override
  public List<Operation> sentSince(AccountName account, Instant then) {
    return where(one -> isSameClient(one, account))
        .filter(one -> cameTo(State.SENDING, one, then))
        .toList();
  }

  @Override
  public List<Operation> confirmedSince(Caller owner, Instant then) {
    return where(one -> one.owner().equals(owner))
        .filter(one -> cameTo(State.CONFIRMED, one, then))
        .toList();
  }

  @Override
  public List<Operation> due(Instant now, int most) {
    return where(one -> one.isDue(now))
        .sorted(Comparator.comparing(one -> one.due().orElseThrow()))
        .limit(most)
        .toList();
  }

  @Override
  public List<Operation> newest(Caller owner, Set<State> states, int most) {
    return newest(one -> one.owner().equals(owner) && states.contains(one.state()), most);
  }

  @Override
  public List<Operation> newest(Set<State> states, int most) {
    return newest(one -> states.contains(one.state()), most);
  }

  @Override
  public List<Operation> named(Workspace workspace, Set<State> states, int most) {
    return where(one -> Workspace.of(one.owner()).equals(workspace))
        .filter(one -> states.contains(one.state()))
        .filter(one -> !Pseudonym.isPseudonym(one.owner().user()))
        .limit(most)
        .toList();
  }

  @Override
  public boolean handOver(Operation changed, Caller from) {
    Operation kept = operations.get(changed.id());
    if (kept == null || kept.version() != changed.version() || !kept.owner().equals(from)) {
      return false;
    }
    operations.put(changed.id(), changed.atVersion(changed.version() + 1));
    return true;
  }

  @Override
  public int forgetUnconfirmed(Instant before, int most) {
    List<OperationId> gone =
        where(one -> one.state().isEnd() && one.when(State.CONFIRMED).isEmpty())
            .filter(one -> one.since().isBefore(before))
            .limit(most)
            .map(Operation::id)
            .toList();
    gone.forEach(operations::remove);
    return gone.size();
  }

  private static boolean isSameClient(Operation one, AccountName account) {
    return one.account().client().equals(account.client());
  }

  private static boolean cameTo(State state, Operation one, Instant then) {
    return one.when(state).filter(at -> !at.isBefore(then)).isPresent();
  }

  private List<Operation> newest(Predicate<Operation> wanted, int most) {
    // Of one instant, what was added later is newer.
    return where(wanted).toList().reversed().stream()
        .sorted(BY_AGE.reversed())
        .limit(most)
        .toList();
  }

  private Stream<Operation> where(Predicate<Operation> wanted) {
    return operations.values().stream().filter(wanted);
  }
}
