package io.tillbot.adapter.sandbox.book;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invoice. All amounts are in the client's currency, with two decimals.
 *
 * @param key its location and number
 * @param client who owes it
 * @param number the formal number; empty until it is paid
 * @param kind what it is for
 * @param status where it stands
 * @param date when it was made
 * @param due when it must be paid
 * @param paidAt when it was paid, UTC; null while it is not
 * @param taxRate in percent
 * @param credit how much credit was applied to it
 * @param paid how much came through gateways
 * @param method the payment method it was made for
 * @param lines at least one
 */
public record Invoice(
    InvoiceKey key,
    ClientKey client,
    String number,
    InvoiceKind kind,
    InvoiceStatus status,
    LocalDate date,
    LocalDate due,
    @Nullable LocalDateTime paidAt,
    BigDecimal taxRate,
    BigDecimal credit,
    BigDecimal paid,
    String method,
    List<Line> lines)
    implements Entity {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public Invoice {
    lines = List.copyOf(lines);
    if (credit.signum() < 0 || paid.signum() < 0) {
      throw new IllegalArgumentException("a payment below zero");
    }
  }

  @Override
  public ClientKey owner() {
    return client;
  }

  /** The invoice's number within its location. */
  public int id() {
    return key.id();
  }

  /** The sum of the lines. */
  public BigDecimal subtotal() {
    BigDecimal sum = BigDecimal.ZERO.setScale(2);
    for (Line line : lines) {
      sum = sum.add(line.amount());
    }
    return sum;
  }

  /** The tax on the taxed lines, rounded once. */
  public BigDecimal tax() {
    BigDecimal sum = BigDecimal.ZERO;
    for (Line line : lines) {
      if (line.taxed()) {
        sum = sum.add(line.amount());
      }
    }
    return sum.multiply(taxRate).divide(HUNDRED, 2, RoundingMode.HALF_UP);
  }

  /** Subtotal and tax: what it costs, however it is paid. */
  public BigDecimal gross() {
    return subtotal().add(tax());
  }

  /** WHMCS's total: subtotal, less credit, plus tax. */
  public BigDecimal total() {
    return gross().subtract(credit);
  }

  /** What remains to be paid. */
  public BigDecimal balance() {
    return total().subtract(paid);
  }

  /** Unpaid and past its due date. */
  public boolean overdueOn(LocalDate day) {
    return status == InvoiceStatus.UNPAID && due.isBefore(day);
  }

  /** Whether a line names this server. */
  public boolean concerns(int serverId) {
    return lines.stream().anyMatch(line -> line.serverId() == serverId);
  }

  /** The same invoice in another status, none of its amounts changed. */
  public Invoice with(InvoiceStatus changed) {
    return new Invoice(
        key, client, number, kind, changed, date, due, paidAt, taxRate, credit, paid, method,
        lines);
  }

  /** The same invoice with more credit applied. */
  public Invoice plusCredit(BigDecimal amount) {
    return new Invoice(
        key,
        client,
        number,
        kind,
        status,
        date,
        due,
        paidAt,
        taxRate,
        credit.add(amount),
        paid,
        method,
        lines);
  }

  /** The same invoice with more received through a gateway. */
  public Invoice plusPaid(BigDecimal amount) {
    return new Invoice(
        key,
        client,
        number,
        kind,
        status,
        date,
        due,
        paidAt,
        taxRate,
        credit,
        paid.add(amount),
        method,
        lines);
  }

  /** The same invoice, paid at that moment and formally numbered. */
  public Invoice settled(LocalDateTime at) {
    return new Invoice(
        key,
        client,
        "INV-" + key.id(),
        kind,
        InvoiceStatus.PAID,
        date,
        due,
        at,
        taxRate,
        credit,
        paid,
        method,
        lines);
  }
}
