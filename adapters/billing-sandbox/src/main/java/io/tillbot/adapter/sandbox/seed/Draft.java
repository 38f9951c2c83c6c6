package io.tillbot.adapter.sandbox.seed;

import io.tillbot.adapter.sandbox.book.Account;
import io.tillbot.adapter.sandbox.book.Client;
import io.tillbot.adapter.sandbox.book.ClientKey;
import io.tillbot.adapter.sandbox.book.Counter;
import io.tillbot.adapter.sandbox.book.Entity;
import io.tillbot.adapter.sandbox.book.Invoice;
import io.tillbot.adapter.sandbox.book.InvoiceKey;
import io.tillbot.adapter.sandbox.book.InvoiceKind;
import io.tillbot.adapter.sandbox.book.InvoiceStatus;
import io.tillbot.adapter.sandbox.book.Line;
import io.tillbot.adapter.sandbox.book.Movement;
import io.tillbot.adapter.sandbox.book.MovementKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The rows of a seed in the making. Keeps the money consistent: an invoice that is given as paid
 * brings the movements that paid it, and a client's credit is the sum of its movements.
 */
final class Draft {

  private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);
  private static final List<String> GATEWAYS = List.of("paymaster", "banktransfer", "paypal");

  private final List<Entity> rows = new ArrayList<>();
  private final Map<ClientKey, Client> clients = new HashMap<>();
  private final SplittableRandom random;
  private final LocalDate today;
  private int movements = 90_001;

  Draft(SplittableRandom random, LocalDate today) {
    this.random = random;
    this.today = today;
  }

  LocalDate today() {
    return today;
  }

  SplittableRandom random() {
    return random;
  }

  void add(Entity row) {
    rows.add(row);
  }

  void add(Account account, List<Client> records) {
    rows.add(account);
    records.forEach(client -> clients.put(client.key(), client));
  }

  /** An invoice on which nothing was paid. */
  void open(int id, ClientKey client, InvoiceStatus status, LocalDate due, List<Line> lines) {
    add(invoice(id, client, InvoiceKind.REGULAR, status, due, NOTHING, NOTHING, lines));
  }

  /** An invoice that was paid, with so much credit and the rest through a gateway. */
  void paid(int id, ClientKey client, LocalDate due, BigDecimal credit, List<Line> lines) {
    Invoice invoice =
        invoice(id, client, InvoiceKind.REGULAR, InvoiceStatus.UNPAID, due, credit, NOTHING, lines);
    Instant at = at(due.minusDays(random.nextInt(1, 6)));
    BigDecimal rest = invoice.balance();
    move(client, MovementKind.CREDIT_APPLIED, id, credit, at, "");
    move(client, MovementKind.GATEWAY_PAYMENT, id, rest, at, invoice.method());
    add(invoice.plusPaid(rest).settled(at.atOffset(ZoneOffset.UTC).toLocalDateTime()));
  }

  /** An invoice of which a part came through a gateway. */
  void partlyPaid(int id, ClientKey client, LocalDate due, BigDecimal part, List<Line> lines) {
    Invoice invoice =
        invoice(
            id, client, InvoiceKind.REGULAR, InvoiceStatus.UNPAID, due, NOTHING, NOTHING, lines);
    move(client, MovementKind.GATEWAY_PAYMENT, id, part, at(due.minusDays(8)), invoice.method());
    add(invoice.plusPaid(part));
  }

  /** A paid invoice whose money went back. */
  void refunded(int id, ClientKey client, LocalDate due, List<Line> lines) {
    paid(id, client, due, NOTHING, lines);
    Invoice invoice = (Invoice) rows.removeLast();
    move(
        client,
        MovementKind.GATEWAY_REFUND,
        id,
        invoice.paid(),
        at(due.plusDays(3)),
        invoice.method());
    add(invoice.with(InvoiceStatus.REFUNDED));
  }

  /** A top-up that is not paid yet. */
  void addFunds(int id, ClientKey client, LocalDate due, BigDecimal amount) {
    add(
        invoice(
            id,
            client,
            InvoiceKind.ADD_FUNDS,
            InvoiceStatus.UNPAID,
            due,
            NOTHING,
            NOTHING,
            List.of(addFundsLine(amount))));
  }

  /** A top-up that was paid, and so became credit. */
  void addedFunds(int id, ClientKey client, LocalDate due, BigDecimal amount) {
    Instant at = at(due.minusDays(1));
    Invoice invoice =
        invoice(
            id,
            client,
            InvoiceKind.ADD_FUNDS,
            InvoiceStatus.UNPAID,
            due,
            NOTHING,
            amount,
            List.of(addFundsLine(amount)));
    move(client, MovementKind.GATEWAY_PAYMENT, id, amount, at, invoice.method());
    move(client, MovementKind.FUNDS_ADDED, id, amount, at, "");
    add(invoice.settled(at.atOffset(ZoneOffset.UTC).toLocalDateTime()));
  }

  private static Line addFundsLine(BigDecimal amount) {
    return new Line("AddFunds", 0, 0, "Add Funds", amount, false, null, null);
  }

  private Invoice invoice(
      int id,
      ClientKey client,
      InvoiceKind kind,
      InvoiceStatus status,
      LocalDate due,
      BigDecimal credit,
      BigDecimal paid,
      List<Line> lines) {
    BigDecimal taxRate = clientOf(client).terms().taxRate();
    return new Invoice(
        new InvoiceKey(client.location(), id),
        client,
        "",
        kind,
        status,
        due.minusDays(14).isBefore(today) ? due.minusDays(14) : today,
        due,
        null,
        taxRate,
        credit,
        paid,
        GATEWAYS.get(random.nextInt(GATEWAYS.size())),
        lines);
  }

  private Client clientOf(ClientKey key) {
    Client client = clients.get(key);
    if (client == null) {
      throw new IllegalStateException("the client comes before its invoices");
    }
    return client;
  }

  private void move(
      ClientKey client,
      MovementKind kind,
      int invoice,
      BigDecimal amount,
      Instant at,
      String gateway) {
    if (amount.signum() == 0) {
      return;
    }
    add(new Movement(movements++, client, kind, invoice, 0, amount, at, gateway));
    if (kind == MovementKind.FUNDS_ADDED) {
      clients.computeIfPresent(client, (key, value) -> value.plusCredit(amount));
    } else if (kind == MovementKind.CREDIT_APPLIED) {
      clients.computeIfPresent(client, (key, value) -> value.plusCredit(amount.negate()));
    }
  }

  private Instant at(LocalDate day) {
    return day.atTime(LocalTime.of(9 + random.nextInt(8), random.nextInt(60)))
        .toInstant(ZoneOffset.UTC);
  }

  /** Everything, clients and counters included. */
  List<Entity> rows(List<Counter> counters) {
    List<Entity> all = new ArrayList<>(rows.size() + clients.size() + 8);
    all.addAll(clients.values());
    all.addAll(rows);
    all.addAll(counters);
    all.add(new Counter("movement", movements));
    return all;
  }
}
