package io.tillbot.adapter.store;

import io.tillbot.core.operation.Operation;
import io.tillbot.core.operation.State;
import org.jspecify.annotations.Nullable;

/**
 * What of an operation's history the ledger searches by, in milliseconds since 1970, UTC.
 *
 * @param state where it is now
 * @param since since when
 * @param proposed when it was shown
 * @param confirmed when it was confirmed first; null when it never was
 * @param sent when it was being sent first; null when it never was
 */
record Passages(
    State state, long since, long proposed, @Nullable Long confirmed, @Nullable Long sent) {

  static Passages of(Operation operation) {
    return new Passages(
        operation.state(),
        operation.since().toEpochMilli(),
        operation.history().getFirst().at().toEpochMilli(),
        Millis.of(operation.when(State.CONFIRMED)),
        Millis.of(operation.when(State.SENDING)));
  }
}
