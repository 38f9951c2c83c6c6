package io.tillbot.core.support;

import io.tillbot.core.port.ErasureContract;
import io.tillbot.core.port.Store;

final class InMemoryErasureTest extends ErasureContract {
  @Override
  protected Store emptyStore() {
    return new InMemoryStore(clock);
  }
}
