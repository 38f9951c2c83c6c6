package io.tillbot.core.policy;

import io.tillbot.core.billing.model.CurrencyCode;
import io.tillbot.core.billing.model.Money;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How much may be moved, by currency. A limit that is there names every currency that may be moved
 * at all; one that is empty limits nothing.
 *
 * @param perOperation at most so much at once
 * @param perDay at most so much on one calendar day of UTC
 */
public record Limits(Map<CurrencyCode, Money> perOperation, Map<CurrencyCode, Money> perDay) {
  public Limits {
    perOperation = checked(perOperation);
    perDay = checked(perDay);
  }

  /** No limit at all. */
  public static Limits none() {
    return new Limits(Map.of(), Map.of());
  }

  public boolean areNone() {
    return perOperation.isEmpty() && perDay.isEmpty();
  }

  /** How much of the day's limit is left; empty where no day's limit names the currency. */
  public Optional<Money> leftToday(CurrencyCode currency, Reserved reserved) {
    return Optional.ofNullable(perDay.get(currency))
        .map(most -> most.minus(reserved.in(currency)))
        .map(left -> left.isPositive() ? left : Money.zero(currency));
  }

  /** What is too much about an amount; empty when nothing is. */
  Optional<Verdict.TooMuch> exceededBy(Money asked, Reserved reserved) {
    CurrencyCode currency = asked.currency();
    boolean isUnnamed =
        Stream.of(perOperation, perDay)
            .anyMatch(limit -> !limit.isEmpty() && !limit.containsKey(currency));
    if (isUnnamed) {
      return Optional.of(new Verdict.OtherCurrency(asked, currencies()));
    }
    Optional<Money> left = leftToday(currency, reserved);
    Optional<Money> most = Optional.ofNullable(perOperation.get(currency));
    if (most.filter(limit -> asked.compareTo(limit) > 0).isPresent()) {
      return Optional.of(new Verdict.OverOperation(asked, most.get(), left));
    }
    return left.filter(rest -> asked.compareTo(rest) > 0)
        .map(rest -> new Verdict.OverDay(asked, perDay.getOrDefault(currency, rest), rest));
  }

  /** The codes of the currencies that every limit names. */
  private SortedSet<String> currencies() {
    return Stream.concat(perOperation.keySet().stream(), perDay.keySet().stream())
        .filter(each -> perOperation.isEmpty() || perOperation.containsKey(each))
        .filter(each -> perDay.isEmpty() || perDay.containsKey(each))
        .map(CurrencyCode::code)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static Map<CurrencyCode, Money> checked(Map<CurrencyCode, Money> amounts) {
    amounts.forEach(
        (currency, amount) -> {
          if (!amount.currency().equals(currency) || amount.amount().signum() < 0) {
            throw new IllegalArgumentException("not an amount of " + currency);
          }
        });
    return Map.copyOf(amounts);
  }
}
