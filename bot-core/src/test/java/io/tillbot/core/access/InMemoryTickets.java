package io.tillbot.core.access;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Tickets for tests; forgotten with the object. Safe for many threads. */
public final class InMemoryTickets implements Tickets {
  private final Map<TicketId, Ticket> tickets = new HashMap<>();
  private final Clock clock;
  private int kept;

  public InMemoryTickets(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized TicketId keep(Ticket ticket) {
    TicketId id = new TicketId("ticket-of-a-test-%09d".formatted(++kept));
    tickets.put(id, ticket);
    return id;
  }

  @Override
  public synchronized Found look(TicketId id, Caller caller) {
    Ticket ticket = tickets.get(id);
    if (ticket == null || !clock.instant().isBefore(ticket.expires())) {
      return new Found.Gone();
    }
    return ticket.owner().equals(caller) ? new Found.Good(ticket) : new Found.Foreign();
  }

  @Override
  public synchronized Found take(TicketId id, Caller caller, Ticket.Purpose purpose) {
    Found found = look(id, caller);
    if (found instanceof Found.Good(Ticket ticket)) {
      if (ticket.purpose() != purpose) {
        return new Found.Gone();
      }
      tickets.remove(id);
    }
    return found;
  }
}
