package io.tillbot.adapter.sandbox.rule;

import io.tillbot.adapter.sandbox.book.Books;
import io.tillbot.adapter.sandbox.book.Change;
import io.tillbot.adapter.sandbox.book.Invoice;
import io.tillbot.adapter.sandbox.book.InvoiceKey;
import io.tillbot.adapter.sandbox.book.InvoiceStatus;
import io.tillbot.adapter.sandbox.book.Location;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;

/** Pays invoices as a payment gateway would: from outside, without a token. */
public final class GatewayDesk {

  /** What came of it. */
  public enum Outcome {
    PAID,
    NO_SUCH_INVOICE,
    NOT_PAYABLE
  }

  private final Books books;
  private final Clock clock;

  /** Pays into these books. */
  public GatewayDesk(Books books, Clock clock) {
    this.books = books;
    this.clock = clock;
  }

  /**
   * Pays an invoice's whole balance.
   *
   * @param location the location's code or region; empty for the first that has the invoice
   */
  public Outcome pay(String location, int id) {
    return books.write(change -> pay(find(location, id, change), change));
  }

  private static Optional<Invoice> find(String location, int id, Change change) {
    return Arrays.stream(Location.values())
        .filter(
            candidate ->
                location.isEmpty()
                    || Location.named(location).filter(candidate::equals).isPresent())
        .flatMap(
            candidate -> change.find(Invoice.class, new InvoiceKey(candidate.code(), id)).stream())
        .findFirst();
  }

  private Outcome pay(Optional<Invoice> invoice, Change change) {
    if (invoice.isEmpty()) {
      return Outcome.NO_SUCH_INVOICE;
    }
    InvoiceStatus status = invoice.get().status();
    if (status != InvoiceStatus.UNPAID
        && status != InvoiceStatus.COLLECTIONS
        && status != InvoiceStatus.PAYMENT_PENDING) {
      return Outcome.NOT_PAYABLE;
    }
    new Settlement(change, clock.instant()).payByGateway(invoice.get());
    return Outcome.PAID;
  }
}
