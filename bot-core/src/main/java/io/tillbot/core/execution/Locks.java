package io.tillbot.core.execution;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.operation.Note;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.operation.OperationLedger;
import io.tillbot.core.operation.State;
import io.tillbot.core.operation.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What keeps a change from being sent: one of the same account that is on its way, and any of what
 * it concerns whose outcome is unknown. To be asked within one unit of work.
 */
final class Locks {
  private final List<Operation> open;

  private Locks(List<Operation> open) {
    this.open = List.copyOf(open);
  }

  /** Those on the account, after leases that have run out were taken away. */
  static Locks of(OperationLedger ledger, AccountName account, Instant now, Duration firstLook) {
    for (Operation one : ledger.open(account)) {
      if (one.state() == State.SENDING && one.isDue(now)) {
        condemn(ledger, one, now, firstLook);
      }
    }
    return new Locks(ledger.open(account));
  }

  /**
   * Calls unknown what somebody was sending who is known to have stopped: his lease, which is
   * longer than any sending takes, has run out. It is never sent again.
   */
  static boolean condemn(
      OperationLedger ledger, Operation sending, Instant now, Duration firstLook) {
    return ledger.save(sending.to(State.UNKNOWN, now).dueAt(now.plus(firstLook)));
  }

  /** Whether a fall of the credit since it was sent can only be its own doing. */
  static boolean wasAlone(OperationLedger ledger, Operation sent) {
    return sent.note(Note.BLURRED).isEmpty()
        && ledger.sentSince(sent.account(), sent.when(State.SENDING).orElseThrow()).stream()
            .allMatch(other -> other.id().equals(sent.id()));
  }

  /** One that is on its way, which another of the account must let pass. */
  Optional<Operation> sending() {
    return open.stream().filter(one -> one.state() == State.SENDING).findFirst();
  }

  /** One whose outcome is unknown and that concerns any of these. */
  Optional<Operation> unknown(Set<Target> targets) {
    return open.stream()
        .filter(one -> one.state() == State.UNKNOWN)
        .filter(one -> Target.anyOverlap(one.targets(), targets))
        .findFirst();
  }

  /**
   * Notes on those whose outcome is unknown that another one is sent now: a fall of the credit from
   * here on is no proof of theirs, whatever the clocks of two processes say of before and after.
   */
  void blurUnknown(OperationLedger ledger) {
    open.stream()
        .filter(one -> one.state() == State.UNKNOWN)
        .filter(one -> one.note(Note.BLURRED).isEmpty())
        .forEach(one -> ledger.save(one.noting(Note.BLURRED, "")));
  }

  /** Whether any outcome is unknown: then a difference of credit proves nothing. */
  boolean hasUnknown() {
    return open.stream().anyMatch(one -> one.state() == State.UNKNOWN);
  }
}
