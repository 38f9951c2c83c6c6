package io.tillbot.core.support;

import io.tillbot.core.port.Store;
import io.tillbot.core.port.UnitOfWorkContract;

final class InMemoryUnitOfWorkTest extends UnitOfWorkContract {
  @Override
  protected Store emptyStore() {
    return new InMemoryStore(clock);
  }
}
