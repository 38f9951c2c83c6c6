package io.tillbot.core.billing.model;

import java.math.BigDecimal;

/**
 * An answer of getcredits: a bare number. Its currency is the client's, which get_client tells.
 *
 * @param amount exact
 */
public record CreditBalance(BigDecimal amount) {
  /** The balance as money of the client's currency. */
  public Money in(CurrencyCode currency) {
    return new Money(amount, currency);
  }
}
