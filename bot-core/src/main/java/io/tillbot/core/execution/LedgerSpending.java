package io.tillbot.core.execution;

import io.tillbot.core.access.Caller;
import io.tillbot.core.policy.Reserved;
import io.tillbot.core.policy.SpentToday;
import io.tillbot.core.port.Store;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** What somebody has moved today, as the ledger tells. */
public final class LedgerSpending implements SpentToday {
  private final Store store;
  private final Clock clock;

  public LedgerSpending(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public Optional<Reserved> by(Caller caller) {
    LocalDate today = Reserved.day(clock.instant());
    return Optional.of(
        store.read(
            unit ->
                Reserved.on(
                    today,
                    unit.operations().confirmedSince(caller, Reserved.beginning(today)),
                    Optional.empty())));
  }
}
