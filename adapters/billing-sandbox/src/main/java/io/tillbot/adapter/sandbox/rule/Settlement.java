package io.tillbot.adapter.sandbox.rule;

import io.tillbot.adapter.sandbox.book.Change;
import io.tillbot.adapter.sandbox.book.Client;
import io.tillbot.adapter.sandbox.book.ClientKey;
import io.tillbot.adapter.sandbox.book.Invoice;
import io.tillbot.adapter.sandbox.book.InvoiceKey;
import io.tillbot.adapter.sandbox.book.InvoiceKind;
import io.tillbot.adapter.sandbox.book.InvoiceStatus;
import io.tillbot.adapter.sandbox.book.Line;
import io.tillbot.adapter.sandbox.book.Movement;
import io.tillbot.adapter.sandbox.book.MovementKind;
import io.tillbot.adapter.sandbox.book.Server;
import io.tillbot.adapter.sandbox.book.ServerStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Money reaching invoices, within one change. Money is never made or lost: what an invoice cannot
 * take becomes credit.
 */
final class Settlement {

  private final Change change;
  private final Instant now;

  Settlement(Change change, Instant now) {
    this.change = change;
    this.now = now;
  }

  /** Applies credit to an unpaid invoice; the client must have it and the invoice need it. */
  Invoice applyCredit(Invoice invoice, BigDecimal amount) {
    Client client = client(invoice.client());
    change.put(client.plusCredit(amount.negate()));
    move(invoice.client(), MovementKind.CREDIT_APPLIED, invoice.id(), 0, amount, "");
    return settle(invoice.plusCredit(amount));
  }

  /** The whole balance comes in through the invoice's gateway. */
  Invoice payByGateway(Invoice invoice) {
    BigDecimal amount = invoice.balance();
    if (amount.signum() > 0) {
      move(
          invoice.client(),
          MovementKind.GATEWAY_PAYMENT,
          invoice.id(),
          0,
          amount,
          invoice.method());
    }
    return settle(invoice.plusPaid(amount));
  }

  /** Marks the invoice as paid when nothing remains to be paid, with all that follows from it. */
  Invoice settle(Invoice invoice) {
    if (invoice.balance().signum() > 0) {
      change.put(invoice);
      return invoice;
    }
    Invoice settled = invoice.settled(now.atOffset(ZoneOffset.UTC).toLocalDateTime());
    change.put(settled);
    switch (settled.kind()) {
      case REGULAR -> settled.lines().forEach(this::extendServer);
      case ADD_FUNDS -> addCredit(settled, MovementKind.FUNDS_ADDED, 0, settled.subtotal());
      case MASS_PAY -> settled.lines().forEach(line -> allocate(settled, line));
    }
    return settled;
  }

  private void allocate(Invoice massPayment, Line line) {
    Invoice original =
        change
            .find(Invoice.class, new InvoiceKey(massPayment.key().location(), line.relid()))
            .orElseThrow(() -> new IllegalStateException("invoices are never deleted"));
    BigDecimal needed =
        original.status() == InvoiceStatus.UNPAID ? original.balance() : BigDecimal.ZERO;
    BigDecimal taken = needed.min(line.amount());
    if (taken.signum() > 0) {
      move(
          massPayment.client(),
          MovementKind.MASS_ALLOCATED,
          original.id(),
          massPayment.id(),
          taken,
          massPayment.method());
      settle(original.plusPaid(taken));
    }
    BigDecimal left = line.amount().subtract(taken);
    if (left.signum() > 0) {
      addCredit(original, MovementKind.OVERPAID_TO_CREDIT, massPayment.id(), left);
    }
  }

  private void addCredit(Invoice invoice, MovementKind kind, int from, BigDecimal amount) {
    change.put(client(invoice.client()).plusCredit(amount));
    move(invoice.client(), kind, invoice.id(), from, amount, "");
  }

  /** Pays an amount back to the credit. */
  void refundToCredit(ClientKey key, int invoice, BigDecimal amount) {
    change.put(client(key).plusCredit(amount));
    move(key, MovementKind.REFUNDED_TO_CREDIT, invoice, 0, amount, "");
  }

  /** Takes a refund off the credit again; the client must have it. */
  void takeBackRefund(ClientKey key, BigDecimal amount) {
    change.put(client(key).plusCredit(amount.negate()));
    move(key, MovementKind.REFUND_TAKEN_BACK, 0, 0, amount, "");
  }

  private void extendServer(Line line) {
    LocalDate to = line.to();
    if (to == null || !line.type().equals("Hosting")) {
      return;
    }
    change
        .find(Server.class, line.serverId())
        .ifPresent(
            server -> {
              LocalDate next = to.plusDays(1);
              Server extended = next.isAfter(server.nextDue()) ? server.dueOn(next) : server;
              boolean wakes =
                  server.status() == ServerStatus.SUSPENDED
                      || server.status() == ServerStatus.PENDING;
              change.put(wakes ? extended.with(ServerStatus.ACTIVE) : extended);
            });
  }

  Client client(ClientKey key) {
    return change
        .find(Client.class, key)
        .orElseThrow(() -> new IllegalStateException("clients are never deleted"));
  }

  private void move(
      ClientKey client,
      MovementKind kind,
      int invoice,
      int from,
      BigDecimal amount,
      String gateway) {
    int number = change.next("movement", 90_001);
    change.put(new Movement(number, client, kind, invoice, from, amount, now, gateway));
  }

  /** Makes an unpaid invoice due in so many days, and puts it. */
  Invoice newInvoice(Client client, InvoiceKind kind, LocalDate due, List<Line> lines) {
    String location = client.key().location();
    int id = change.next("invoice " + location, 10_000);
    BigDecimal nothing = BigDecimal.ZERO.setScale(2);
    Invoice invoice =
        new Invoice(
            new InvoiceKey(location, id),
            client.key(),
            "",
            kind,
            InvoiceStatus.UNPAID,
            now.atOffset(ZoneOffset.UTC).toLocalDate(),
            due,
            null,
            client.terms().taxRate(),
            nothing,
            nothing,
            "paymaster",
            lines);
    change.put(invoice);
    return invoice;
  }
}
