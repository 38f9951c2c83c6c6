package io.tillbot.adapter.store;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Ticket;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.access.Tickets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Tickets until the database keeps them. */
final class TicketsOfThisProcess implements Tickets {
  private final Map<TicketId, Ticket> tickets = new HashMap<>();
  private final SecureRandom random = new SecureRandom();
  private final Clock clock;

  TicketsOfThisProcess(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized TicketId keep(Ticket ticket) {
    byte[] bits = new byte[18];
    random.nextBytes(bits);
    TicketId id = new TicketId(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
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
