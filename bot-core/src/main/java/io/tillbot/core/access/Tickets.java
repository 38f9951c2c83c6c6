package io.tillbot.core.access;

import java.util.Optional;

/**
 * Keeps tickets under opaque ids: sealed, durable, bound to their owners, gone when they expire.
 * Safe for many threads and, where the store is shared, for many processes. Infrastructure that
 * fails is a {@link CredentialVault.VaultException}.
 */
public interface Tickets {
  /** Of each owner's live tickets, so many of the newest are kept; older ones are gone. */
  int MOST_PER_OWNER = 200;

  /** Keeps a ticket under an id of its own, never used before; it is durable on return. */
  TicketId keep(Ticket ticket);

  /** Looks at a ticket without using it up. */
  Found look(TicketId id, Caller caller);

  /**
   * Uses a ticket up: of all who take the same one, whenever and wherever, exactly one gets it. One
   * that belongs to somebody else, or is for something else, stays.
   */
  Found take(TicketId id, Caller caller, Ticket.Purpose purpose);

  /**
   * Looks at a ticket for whoever holds its id, as the visitors of a page do, whose names nobody
   * knows; empty where it is not for that purpose. It is not used up.
   */
  Optional<Ticket> held(TicketId id, Ticket.Purpose purpose);

  /** The newest of the owner's live tickets for that purpose; it is not used up. */
  Optional<Ticket> waiting(Caller owner, Ticket.Purpose purpose);

  /**
   * Uses up all of the owner's tickets for that purpose, and gives the newest of them that was
   * live: of all who take at the same time exactly one gets it.
   */
  Optional<Ticket> takeWaiting(Caller owner, Ticket.Purpose purpose);

  /**
   * Erases some of those of a workspace's people.
   *
   * @return how many they were; fewer than the most when none is left
   */
  int erase(Workspace workspace, int most);

  /** What was found under an id. */
  sealed interface Found {
    /** The caller's own, still good. */
    record Good(Ticket ticket) implements Found {}

    /** It exists, and serves somebody else. */
    record Foreign() implements Found {}

    /** It was used, has expired, is for something else, or never was. */
    record Gone() implements Found {}
  }
}
