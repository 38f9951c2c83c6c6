package io.tillbot.core.support;

import io.tillbot.core.port.ServiceAccountsContract;
import io.tillbot.core.port.Store;

final class InMemoryServiceAccountsTest extends ServiceAccountsContract {
  @Override
  protected Store emptyStore() {
    return new InMemoryStore(clock);
  }
}
