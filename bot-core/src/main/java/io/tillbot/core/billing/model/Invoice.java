package io.tillbot.core.billing.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as get_invoice tells it. Everything that the API may leave out is nullable: absent
 * means "not told", never zero.
 *
 * @param id the id that was asked for
 * @param status {@link InvoiceStatus#UNKNOWN} where {@code status} holds the call's own result
 * @param issued the invoice's date
 * @param due the day until which it is to be paid
 * @param paid the day on which it was paid
 * @param subtotal the lines together, before credit and tax
 * @param credit credit applied so far
 * @param tax all taxes together
 * @param total WHMCS: subtotal − credit + tax
 * @param balance what remains to be paid
 * @param location the billing location that answered
 * @param paymentMethod WHMCS's name of the payment gateway
 * @param lines in the order of the invoice
 */
public record Invoice(
    InvoiceId id,
    InvoiceStatus status,
    @Nullable LocalDate issued,
    @Nullable LocalDate due,
    @Nullable LocalDate paid,
    @Nullable Money subtotal,
    @Nullable Money credit,
    @Nullable Money tax,
    @Nullable Money total,
    @Nullable Money balance,
    @Nullable Location location,
    @Nullable String paymentMethod,
    List<InvoiceLine> lines) {
  public Invoice {
    lines = List.copyOf(lines);
  }

  /** The same, its amounts in the given currency where the API named none. */
  public Invoice orIn(CurrencyCode currency) {
    return new Invoice(
        id,
        status,
        issued,
        due,
        paid,
        orIn(currency, subtotal),
        orIn(currency, credit),
        orIn(currency, tax),
        orIn(currency, total),
        orIn(currency, balance),
        location,
        paymentMethod,
        lines.stream().map(line -> line.orIn(currency)).toList());
  }

  private static @Nullable Money orIn(CurrencyCode currency, @Nullable Money amount) {
    return amount == null ? null : amount.orIn(currency);
  }
}
