package io.tillbot.core.support;

import io.tillbot.core.access.InMemoryTickets;
import io.tillbot.core.port.Store;
import io.tillbot.core.port.UnitOfWork;
import java.time.Clock;
import java.util.function.Function;

/** The durable state for tests: a unit that throws leaves nothing. Safe for many threads. */
public final class InMemoryStore implements Store {
  private Rows rows;

  private record Rows(
      InMemoryTickets tickets, InMemoryLedger operations, InMemoryDeliveries deliveries)
      implements UnitOfWork {
    Rows copy() {
      return new Rows(
          new InMemoryTickets(tickets),
          new InMemoryLedger(operations),
          new InMemoryDeliveries(deliveries));
    }

    @Override
    public void exclude(String subject) {
      // Units of work are done one after the other.
    }
  }

  public InMemoryStore(Clock clock) {
    this.rows =
        new Rows(new InMemoryTickets(clock), new InMemoryLedger(), new InMemoryDeliveries());
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
}
