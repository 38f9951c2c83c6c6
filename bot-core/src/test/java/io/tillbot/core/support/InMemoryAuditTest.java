package io.tillbot.core.support;

import io.tillbot.core.port.AuditLogContract;
import io.tillbot.core.port.Store;

final class InMemoryAuditTest extends AuditLogContract {
  @Override
  protected Store emptyStore() {
    return new InMemoryStore(clock);
  }
}
