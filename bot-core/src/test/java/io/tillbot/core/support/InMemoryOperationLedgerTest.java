package io.tillbot.core.support;

import io.tillbot.core.port.OperationLedgerContract;
import io.tillbot.core.port.Store;

final class InMemoryOperationLedgerTest extends OperationLedgerContract {
  @Override
  protected Store emptyStore() {
    return new InMemoryStore(clock);
  }
}
