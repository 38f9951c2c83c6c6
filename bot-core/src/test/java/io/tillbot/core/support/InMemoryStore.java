package io.tillbot.core.support;

import io.tillbot.core.access.InMemoryTickets;
import io.tillbot.core.audit.AuditFilter;
import io.tillbot.core.audit.AuditRecord;
import io.tillbot.core.port.Store;
import io.tillbot.core.port.UnitOfWork;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/** The durable state for tests: a unit that throws leaves nothing. Safe for many threads. */
public final class InMemoryStore implements Store {
  private Rows rows;

  private record Rows(
      InMemoryTickets tickets,
      InMemoryLedger operations,
      InMemoryDeliveries deliveries,
      InMemoryServiceAccounts serviceAccounts,
      InMemoryInstalls installs,
      InMemoryDepartures departures,
      InMemoryAudit audit)
      implements UnitOfWork {
    Rows copy() {
      return new Rows(
          new InMemoryTickets(tickets),
          new InMemoryLedger(operations),
          new InMemoryDeliveries(deliveries),
          new InMemoryServiceAccounts(serviceAccounts),
          new InMemoryInstalls(installs),
          new InMemoryDepartures(departures),
          new InMemoryAudit(audit));
    }

    @Override
    public void exclude(String subject) {
      // Units of work are done one after the other.
    }
  }

  public InMemoryStore(Clock clock) {
    this.rows =
        new Rows(
            new InMemoryTickets(clock),
            new InMemoryLedger(),
            new InMemoryDeliveries(),
            new InMemoryServiceAccounts(clock),
            new InMemoryInstalls(),
            new InMemoryDepartures(),
            new InMemoryAudit());
  }

  @Override
  public synchronized <T> T write(Function<UnitOfWork, T> work) {
    Rows copy = rows.copy();
    T result = work.apply(copy);
    rows = copy;
    return result;
  }

  @Override
  public synchronized <T> T read(Function<UnitOfWork, T> work) {
    return work.apply(rows.copy());
  }

  /** From now on no ticket can be kept, as when the disk is full. */
  public synchronized void fillUp() {
    rows.tickets().fillUp();
  }

  /** From now on no audit row can be written; or again. */
  public synchronized void fillUpAudit(boolean full) {
    rows.audit().fillUp(full);
  }

  /** The whole audit trail, the oldest first. */
  public List<AuditRecord> audited() {
    return read(unit -> unit.audit().newest(AuditFilter.everything(), Integer.MAX_VALUE))
        .records()
        .reversed();
  }
}
