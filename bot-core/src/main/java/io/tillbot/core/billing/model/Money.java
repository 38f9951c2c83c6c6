package io.tillbot.core.billing.model;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An exact decimal amount with its currency. Two amounts of the same value are equal, whatever
 * their trailing zeros.
 *
 * @param amount exact; at least two decimals are kept, more only when the API sent them
 * @param currency {@link CurrencyCode#NONE} when the API named none
 */
public record Money(BigDecimal amount, CurrencyCode currency) implements Comparable<Money> {
  private static final int CENTS = 2;
  private static final Pattern WRITTEN =
      Pattern.compile("(?<amount>-?[0-9]+\\.[0-9]{2,}) (?<currency>[A-Z0-9]{2,8})");

  public Money {
    BigDecimal plain = amount.stripTrailingZeros();
    amount = plain.scale() < CENTS ? plain.setScale(CENTS) : plain;
  }

  /** Money from a plain decimal such as {@code "29.99"}. */
  public static Money of(String amount, String currency) {
    return new Money(new BigDecimal(amount), new CurrencyCode(currency));
  }

  /**
   * What {@link #toString} gave.
   *
   * @throws IllegalArgumentException when it is anything else
   */
  public static Money parse(String written) {
    Matcher parts = WRITTEN.matcher(written);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not an amount of money");
    }
    return of(parts.group("amount"), parts.group("currency"));
  }

  /** Nothing, in that currency. */
  public static Money zero(CurrencyCode currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  /** The sums of the amounts by their currencies' codes; no amounts, no sums. */
  public static SortedMap<String, Money> sums(Collection<Money> amounts) {
    SortedMap<String, Money> sums = new TreeMap<>();
    amounts.forEach(amount -> sums.merge(amount.currency().code(), amount, Money::plus));
    return sums;
  }

  /** The sum. */
  public Money plus(Money other) {
    requireSameCurrency(other);
    return new Money(amount.add(other.amount), currency);
  }

  /** The difference, which may be negative. */
  public Money minus(Money other) {
    requireSameCurrency(other);
    return new Money(amount.subtract(other.amount), currency);
  }

  /** The smaller of the two. */
  public Money min(Money other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** This amount, in the given currency when the API named none. */
  public Money orIn(CurrencyCode fallback) {
    return currency.equals(CurrencyCode.NONE) ? new Money(amount, fallback) : this;
  }

  public boolean isPositive() {
    return amount.signum() > 0;
  }

  public boolean isZero() {
    return amount.signum() == 0;
  }

  /**
   * Compares the amounts.
   *
   * @throws IllegalArgumentException when the currencies differ: such amounts have no order
   */
  @Override
  public int compareTo(Money other) {
    requireSameCurrency(other);
    return amount.compareTo(other.amount);
  }

  private void requireSameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "amounts of different currencies: " + currency + " and " + other.currency);
    }
  }

  @Override
  public String toString() {
    return amount.toPlainString() + " " + currency;
  }
}
