package io.tillbot.adapter.store;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Ticket;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.access.Tickets;
import io.tillbot.core.access.Workspace;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Tickets as sealed rows, within a unit of work; of their ids the database knows hashes only. */
final class SqlTickets implements Tickets {
  private static final int ID_BYTES = 18;

  /** Of expired rows, with each new one: more than come, few enough for nobody to wait. */
  private static final int SWEPT_AT_ONCE = 20;

  private final TicketRows rows;
  private final Sealer sealer;
  private final Clock clock;
  private final SecureRandom random;

  SqlTickets(TicketRows rows, Sealer sealer, Clock clock, SecureRandom random) {
    this.rows = rows;
    this.sealer = sealer;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public TicketId keep(Ticket ticket) {
    return VaultFailures.translated(
        () -> {
          TicketId id = newId();
          TicketKey key = TicketKey.of(id, ticket);
          Instant now = clock.instant();
          rows.sweep(now, SWEPT_AT_ONCE);
          rows.add(new TicketRow(key, sealer.seal(Facts.encode(ticket.facts()), key)));
          rows.keepNewest(key.owner(), now, MOST_PER_OWNER);
          return id;
        });
  }

  @Override
  public Found look(TicketId id, Caller caller) {
    return VaultFailures.translated(
        () ->
            live(id)
                .<Found>map(row -> isOwn(row, caller) ? opened(row, caller) : new Found.Foreign())
                .orElseGet(Found.Gone::new));
  }

  @Override
  public Found take(TicketId id, Caller caller, Ticket.Purpose purpose) {
    return VaultFailures.translated(
        () ->
            rows.take(TicketKey.hash(id), caller.key(), purpose.name(), clock.instant())
                .map(row -> opened(row, caller))
                .orElseGet(() -> whyNot(id, caller)));
  }

  @Override
  public Optional<Ticket> held(TicketId id, Ticket.Purpose purpose) {
    return VaultFailures.translated(
        () ->
            live(id)
                .filter(row -> row.key().purpose().equals(purpose.name()))
                .map(row -> ticket(row, Caller.ofKey(row.key().owner()))));
  }

  @Override
  public Optional<Ticket> waiting(Caller owner, Ticket.Purpose purpose) {
    return VaultFailures.translated(
        () ->
            rows.newest(owner.key(), purpose.name(), clock.instant())
                .map(row -> ticket(row, owner)));
  }

  @Override
  public Optional<Ticket> takeWaiting(Caller owner, Ticket.Purpose purpose) {
    return VaultFailures.translated(
        () ->
            rows.takeAll(owner.key(), purpose.name(), clock.instant())
                .map(row -> ticket(row, owner)));
  }

  @Override
  public int erase(Workspace workspace, int most) {
    return VaultFailures.translated(() -> rows.erase(People.of(workspace), most));
  }

  private Found whyNot(TicketId id, Caller caller) {
    return live(id).filter(row -> !isOwn(row, caller)).isPresent()
        ? new Found.Foreign()
        : new Found.Gone();
  }

  private Optional<TicketRow> live(TicketId id) {
    Instant now = clock.instant();
    return rows.find(TicketKey.hash(id)).filter(row -> now.isBefore(row.key().expires()));
  }

  private static boolean isOwn(TicketRow row, Caller caller) {
    return row.key().owner().equals(caller.key());
  }

  private Found opened(TicketRow row, Caller caller) {
    return new Found.Good(ticket(row, caller));
  }

  private Ticket ticket(TicketRow row, Caller owner) {
    byte[] facts =
        sealer
            .open(row.body(), row.key())
            .orElseThrow(
                () ->
                    new StoreException(
                        "The stored ticket does not open, its row was damaged or moved:"
                            + " start over"));
    return new Ticket(owner, purpose(row.key()), Facts.decode(facts), row.key().expires());
  }

  private static Ticket.Purpose purpose(TicketKey key) {
    try {
      return Ticket.Purpose.valueOf(key.purpose());
    } catch (IllegalArgumentException e) {
      throw new StoreException("The stored ticket is for something unknown here: start over", e);
    }
  }

  private TicketId newId() {
    byte[] bits = new byte[ID_BYTES];
    random.nextBytes(bits);
    return new TicketId(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }
}
