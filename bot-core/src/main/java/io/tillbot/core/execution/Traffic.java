package io.tillbot.core.execution;

import io.tillbot.core.operation.Operation;
import io.tillbot.core.operation.OperationId;
import io.tillbot.core.operation.OperationLedger;
import io.tillbot.core.operation.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What else of an account was on its way at one moment, or had been of late. When it is no longer
 * the same, something was sent, or came to its end, and what was read since that moment may be
 * neither what holds now nor what held then.
 *
 * @param since from when on those that have ended are seen: the same for both looks
 */
record Traffic(Instant since, Map<OperationId, State> states) {
  /** Longer than anybody reads, and than the clocks of two processes differ. */
  private static final Duration OF_LATE = Duration.ofDays(1);

  /** How it is beside that operation, to be asked within a unit of work. */
  static Traffic beside(Operation one, OperationLedger ledger, Instant now) {
    Instant since = now.minus(OF_LATE);
    return new Traffic(
        since,
        others(one, ledger, since)
            .collect(Collectors.toUnmodifiableMap(Operation::id, Operation::state)));
  }

  /** Another operation that has gone on since. */
  Optional<Operation> overtaken(Operation one, OperationLedger ledger) {
    return others(one, ledger, since)
        .filter(other -> other.state() != states.get(other.id()))
        .findFirst();
  }

  private static Stream<Operation> others(Operation one, OperationLedger ledger, Instant since) {
    return Stream.concat(
            ledger.open(one.account()).stream(), ledger.sentSince(one.account(), since).stream())
        .filter(other -> !other.id().equals(one.id()))
        .distinct();
  }
}
