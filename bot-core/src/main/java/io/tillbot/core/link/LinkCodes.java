package io.tillbot.core.link;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Ticket;
import io.tillbot.core.access.Ticket.Purpose;
import io.tillbot.core.port.Store;
import io.tillbot.core.port.UnitOfWork;
import java.util.Optional;

/** The pending links, and the codes that end them. */
final class LinkCodes {
  private final Store store;

  LinkCodes(Store store) {
    this.store = store;
  }

  /** Of one caller's pages and codes one is dealt with at a time, wherever. */
  static void oneAtATime(UnitOfWork unit, Caller caller) {
    unit.exclude("link/" + caller.key());
  }

  /** What waits for the caller's code. */
  Optional<PendingLink> pending(Caller caller) {
    return store
        .read(unit -> unit.tickets().waiting(caller, Purpose.LINK_CODE))
        .map(ticket -> PendingLink.of(ticket.facts()));
  }

  /** Whether the caller has a page that nothing was given on yet. */
  boolean hasPage(Caller caller) {
    return store.read(unit -> unit.tickets().waiting(caller, Purpose.LINK_PAGE)).isPresent();
  }

  /** Compares a code. A right one uses the pending link up, and so does the last wrong one. */
  Compared compare(Caller caller, String typed) {
    return store.writeWithoutTrace(
        unit -> {
          oneAtATime(unit, caller);
          return unit.tickets()
              .takeWaiting(caller, Purpose.LINK_CODE)
              .map(ticket -> compared(unit, ticket, typed))
              .orElseGet(Compared.None::new);
        });
  }

  private static Compared compared(UnitOfWork unit, Ticket ticket, String typed) {
    PendingLink pending = PendingLink.of(ticket.facts());
    if (pending.code().isTypedAs(typed)) {
      return new Compared.Right(pending);
    }
    PendingLink next = pending.afterAWrongCode();
    if (next.triesLeft() > 0) {
      unit.tickets()
          .keep(new Ticket(ticket.owner(), Purpose.LINK_CODE, next.facts(), ticket.expires()));
    }
    return new Compared.Wrong(next.triesLeft());
  }

  /** What a code turned out to be. */
  sealed interface Compared {
    /** The one that the page shows. */
    record Right(PendingLink link) implements Compared {}

    /**
     * Another one.
     *
     * @param triesLeft 0 when the pending link is gone by this
     */
    record Wrong(int triesLeft) implements Compared {}

    /** Nothing waits for a code. */
    record None() implements Compared {}
  }
}
