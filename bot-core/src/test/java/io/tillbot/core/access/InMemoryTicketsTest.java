package io.tillbot.core.access;

final class InMemoryTicketsTest extends TicketsContract {
  @Override
  protected Tickets noTickets() {
    return new InMemoryTickets(clock);
  }
}
