package io.tillbot.core.port;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Ticket;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.access.Tickets;
import io.tillbot.core.access.Workspace;
import java.util.Optional;

/** A store's tickets, each call a unit of work of its own: for what promises tickets alone. */
public record TicketsOfStore(Store store) implements Tickets {
  @Override
  public TicketId keep(Ticket ticket) {
    return store.write(unit -> unit.tickets().keep(ticket));
  }

  @Override
  public Found look(TicketId id, Caller caller) {
    return store.read(unit -> unit.tickets().look(id, caller));
  }

  @Override
  public Found take(TicketId id, Caller caller, Ticket.Purpose purpose) {
    return store.write(unit -> unit.tickets().take(id, caller, purpose));
  }

  @Override
  public Optional<Ticket> held(TicketId id, Ticket.Purpose purpose) {
    return store.read(unit -> unit.tickets().held(id, purpose));
  }

  @Override
  public Optional<Ticket> waiting(Caller owner, Ticket.Purpose purpose) {
    return store.read(unit -> unit.tickets().waiting(owner, purpose));
  }

  @Override
  public Optional<Ticket> takeWaiting(Caller owner, Ticket.Purpose purpose) {
    return store.write(unit -> unit.tickets().takeWaiting(owner, purpose));
  }

  @Override
  public int erase(Workspace workspace, int most) {
    return store.<Integer>write(unit -> unit.tickets().erase(workspace, most));
  }
}
