package io.tillbot.core.operation;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps operations, within one unit of work. It keeps and finds; what may follow what is {@link
 * Operation}'s affair. Whatever is private in them is sealed for the operation's id and owner.
 */
public interface OperationLedger {

  /** Keeps one that is new. */
  void add(Operation operation);

  /** The operation of that id. */
  Optional<Operation> find(OperationId id);

  /**
   * Keeps what became of an operation, when it is still at the version from which that was made.
   * Never lets two of one client be {@link State#SENDING}.
   *
   * @return whether it was; otherwise nothing changes
   */
  boolean save(Operation changed);

  /** The same, with the operation as it is kept from then on; empty when nothing changed. */
  default Optional<Operation> saved(Operation changed) {
    return save(changed) ? Optional.of(changed.atVersion(changed.version() + 1)) : Optional.empty();
  }

  /**
   * Those of the account's client that are {@link State#SENDING} or {@link State#UNKNOWN}, oldest
   * first.
   */
  List<Operation> open(AccountName account);

  /** Those of the account's client that came to {@link State#SENDING} then or later. */
  List<Operation> sentSince(AccountName account, Instant then);

  /** Those of the owner that came to {@link State#CONFIRMED} then or later. */
  List<Operation> confirmedSince(Caller owner, Instant then);

  /** Those for which something is due, the longest due first. */
  List<Operation> due(Instant now, int most);

  /** The owner's newest in those states, the newest first. */
  List<Operation> newest(Caller owner, Set<State> states, int most);

  /** Everybody's newest in those states, the newest first. */
  List<Operation> newest(Set<State> states, int most);

  /** Some in those states that are kept under the names of a workspace's people. */
  List<Operation> named(Workspace workspace, Set<State> states, int most);

  /**
   * Keeps an operation for another owner, when it is still at the version from which that was made.
   *
   * @param from whose it was
   * @return whether it was; otherwise nothing changes
   */
  boolean handOver(Operation changed, Caller from);

  /**
   * Forgets those that nobody ever confirmed and that ended before then.
   *
   * @return how many they were
   */
  int forgetUnconfirmed(Instant before, int most);
}
