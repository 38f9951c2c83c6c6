package io.tillbot.adapter.sandbox.book;

import java.time.LocalDate;
import java.util.List;

/**
 * Who holds tokens and keys: a customer with a client record in one or more locations.
 *
 * @param id the internal number
 * @param name what the seed calls the account, such as {@code demo}
 * @param clients its client records; the first is the primary one
 * @param since the day it became active
 */
public record Account(int id, String name, List<ClientKey> clients, LocalDate since)
    implements Entity {

  public Account {
    clients = List.copyOf(clients);
    if (clients.isEmpty()) {
      throw new IllegalArgumentException("an account has at least one client record");
    }
  }

  /** The client record that is meant where a request names no location. */
  public ClientKey primary() {
    return clients.getFirst();
  }

  @Override
  public Integer key() {
    return id;
  }
}
