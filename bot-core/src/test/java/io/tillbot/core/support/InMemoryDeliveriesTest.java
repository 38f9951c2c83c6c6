package io.tillbot.core.support;

import io.tillbot.core.port.DeliveriesContract;
import io.tillbot.core.port.Store;

final class InMemoryDeliveriesTest extends DeliveriesContract {
  @Override
  protected Store emptyStore() {
    return new InMemoryStore(clock);
  }
}
