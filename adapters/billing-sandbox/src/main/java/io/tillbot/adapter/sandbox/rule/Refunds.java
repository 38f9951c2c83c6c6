package io.tillbot.adapter.sandbox.rule;

import io.tillbot.adapter.sandbox.book.Invoice;
import io.tillbot.adapter.sandbox.book.InvoiceStatus;
import io.tillbot.adapter.sandbox.book.Line;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What of a paid period is unused. */
final class Refunds {

  private Refunds() {}

  /**
   * A period of rent that was paid.
   *
   * @param invoice the invoice that paid it
   * @param price with tax
   * @param from first day
   * @param to last day
   */
  record LastPeriod(Invoice invoice, BigDecimal price, LocalDate from, LocalDate to) {

    /** The price of the days after this one, in proportion, rounded half up. */
    BigDecimal unusedOn(LocalDate day) {
      long length = ChronoUnit.DAYS.between(from, to) + 1;
      long unused = Math.clamp(ChronoUnit.DAYS.between(day, to), 0L, length);
      return price
          .multiply(BigDecimal.valueOf(unused))
          .divide(BigDecimal.valueOf(length), 2, RoundingMode.HALF_UP);
    }
  }

  /** The latest period of a server's rent that was paid. */
  static Optional<LastPeriod> lastPaidPeriod(List<Invoice> invoices, int server) {
    return invoices.stream()
        .filter(invoice -> invoice.status() == InvoiceStatus.PAID)
        .flatMap(
            invoice ->
                invoice.lines().stream()
                    .filter(line -> InvoiceReads.isRent(line, server))
                    .flatMap(line -> period(invoice, line).stream()))
        .max(Comparator.comparing(LastPeriod::from));
  }

  private static Optional<LastPeriod> period(Invoice invoice, Line line) {
    LocalDate from = line.from();
    LocalDate to = line.to();
    if (from == null || to == null) {
      return Optional.empty();
    }
    BigDecimal tax =
        line.taxed()
            ? line.amount()
                .multiply(invoice.taxRate())
                .divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP)
            : BigDecimal.ZERO;
    return Optional.of(new LastPeriod(invoice, line.amount().add(tax), from, to));
  }
}
