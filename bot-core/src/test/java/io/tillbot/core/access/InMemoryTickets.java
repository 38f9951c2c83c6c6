package io.tillbot.core.access;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tickets for tests; forgotten with the object. Their ids can be guessed, so that a test can name
 * them. Safe for many threads.
 */
public final class InMemoryTickets implements Tickets {
  private final Map<TicketId, Ticket> tickets;
  private final Clock clock;
  private boolean isFull;
  private int made;

  public InMemoryTickets(Clock clock) {
    this.clock = clock;
    this.tickets = new LinkedHashMap<>();
  }

  /** A copy that goes its own way from here. */
  public InMemoryTickets(InMemoryTickets original) {
    synchronized (original) {
      this.clock = original.clock;
      this.tickets = new LinkedHashMap<>(original.tickets);
      this.isFull = original.isFull;
      this.made = original.made;
    }
  }

  /** From now on nothing can be kept, as when the disk is full. */
  public synchronized void fillUp() {
    isFull = true;
  }

  @Override
  public synchronized TicketId keep(Ticket ticket) {
    if (isFull) {
      throw new CredentialVault.VaultException("the store is full");
    }
    made++;
    TicketId id = new TicketId("ticket-of-a-test-%09d".formatted(made));
    tickets.values().removeIf(this::isExpired);
    tickets.put(id, ticket);
    List<TicketId> live =
        tickets.entrySet().stream()
            .filter(kept -> kept.getValue().owner().equals(ticket.owner()))
            .map(Map.Entry::getKey)
            .toList();
    live.stream().limit(Math.max(0, live.size() - MOST_PER_OWNER)).forEach(tickets::remove);
    return id;
  }

  @Override
  public synchronized Found look(TicketId id, Caller caller) {
    Ticket ticket = tickets.get(id);
    if (ticket == null || isExpired(ticket)) {
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

  @Override
  public synchronized Optional<Ticket> held(TicketId id, Ticket.Purpose purpose) {
    return Optional.ofNullable(tickets.get(id))
        .filter(ticket -> !isExpired(ticket) && ticket.purpose() == purpose);
  }

  @Override
  public synchronized Optional<Ticket> waiting(Caller owner, Ticket.Purpose purpose) {
    return tickets.values().stream()
        .filter(ticket -> isOf(ticket, owner, purpose) && !isExpired(ticket))
        .reduce((_, newer) -> newer);
  }

  @Override
  public synchronized Optional<Ticket> takeWaiting(Caller owner, Ticket.Purpose purpose) {
    Optional<Ticket> newest = waiting(owner, purpose);
    tickets.values().removeIf(ticket -> isOf(ticket, owner, purpose));
    return newest;
  }

  @Override
  public synchronized int erase(Workspace workspace, int most) {
    List<TicketId> gone =
        tickets.entrySet().stream()
            .filter(kept -> Workspace.of(kept.getValue().owner()).equals(workspace))
            .limit(most)
            .map(Map.Entry::getKey)
            .toList();
    gone.forEach(tickets::remove);
    return gone.size();
  }

  private static boolean isOf(Ticket ticket, Caller owner, Ticket.Purpose purpose) {
    return ticket.owner().equals(owner) && ticket.purpose() == purpose;
  }

  private boolean isExpired(Ticket ticket) {
    return !clock.instant().isBefore(ticket.expires());
  }
}
