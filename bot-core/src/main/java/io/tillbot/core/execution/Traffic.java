package io.tillbot.core.execution;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.operation.OperationId;
import io.tillbot.core.operation.OperationLedger;
import io.tillbot.core.operation.State;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What had been sent of an account before it was looked at. Whatever is on its way then may change
 * what the look sees, also when it has come to its end by the time the next one is to be sent.
 *
 * @param since from when on; earlier than anything that can still be on its way
 * @param over those that were on their way no more
 */
record Traffic(AccountName account, Instant since, Set<OperationId> over) {
  Traffic {
    over = Set.copyOf(over);
  }

  /** As it is now. */
  static Traffic of(OperationLedger ledger, AccountName account, Instant since) {
    return new Traffic(
        account,
        since,
        ledger.sentSince(account, since).stream()
            .filter(Traffic::isOver)
            .map(Operation::id)
            .collect(Collectors.toSet()));
  }

  /** One that was on its way meanwhile, and is no more. */
  Optional<Operation> passed(OperationLedger ledger) {
    return ledger.sentSince(account, since).stream()
        .filter(Traffic::isOver)
        .filter(one -> !over.contains(one.id()))
        .findFirst();
  }

  private static boolean isOver(Operation sent) {
    return sent.state() != State.SENDING;
  }
}
