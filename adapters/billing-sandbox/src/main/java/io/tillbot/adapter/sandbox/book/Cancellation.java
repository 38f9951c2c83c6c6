package io.tillbot.adapter.sandbox.book;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An active cancellation request; a server has at most one.
 *
 * @param key the server
 * @param client whose server
 * @param type when it takes effect
 * @param reason what the client wrote
 * @param at when it was requested
 * @param due the day on which it takes effect
 * @param before the server's state before it
 * @param refund what was paid back to the credit
 * @param cancelled the unpaid invoices that it cancelled
 */
public record Cancellation(
    Integer key,
    ClientKey client,
    CancellationType type,
    String reason,
    Instant at,
    LocalDate due,
    ServerStatus before,
    BigDecimal refund,
    List<InvoiceKey> cancelled)
    implements Entity {

  public Cancellation {
    cancelled = List.copyOf(cancelled);
  }

  @Override
  public ClientKey owner() {
    return client;
  }
}
