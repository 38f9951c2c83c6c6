package io.tillbot.core.support;

import io.tillbot.core.port.InstallsContract;
import io.tillbot.core.port.Store;

final class InMemoryInstallsTest extends InstallsContract {
  @Override
  protected Store emptyStore() {
    return new InMemoryStore(clock);
  }
}
