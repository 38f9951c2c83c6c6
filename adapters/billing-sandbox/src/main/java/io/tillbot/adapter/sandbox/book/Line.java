package io.tillbot.adapter.sandbox.book;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of an invoice.
 *
 * @param type such as {@code Hosting}; {@code Invoice} on a mass payment
 * @param relid the billing account, or the invoice that a mass payment combines
 * @param serverId the server, 0 for none
 * @param description free text
 * @param amount without tax; negative for a discount
 * @param taxed whether tax is added
 * @param from first day of the period that is paid for; null for none
 * @param to last day of that period; null for none
 */
public record Line(
    String type,
    int relid,
    int serverId,
    String description,
    BigDecimal amount,
    boolean taxed,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {

  /** The description with the period, as it is shown. */
  public String text() {
    return from == null ? description : description + " (" + from + " - " + to + ")";
  }
}
