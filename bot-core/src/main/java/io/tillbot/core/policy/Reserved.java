package io.tillbot.core.policy;

import io.tillbot.core.billing.model.CurrencyCode;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.operation.Commitment;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.operation.OperationId;
import io.tillbot.core.operation.State;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How much one person has moved, or agreed to move, on one calendar day of UTC, whichever rule
 * allowed it.
 */
public record Reserved(Map<CurrencyCode, Money> amounts) {
  public Reserved {
    amounts = Map.copyOf(amounts);
  }

  /** Nothing yet. */
  public static Reserved nothing() {
    return new Reserved(Map.of());
  }

  /**
   * The sums of the operations that were confirmed on that day and still count. An amount that
   * nobody knows adds nothing.
   *
   * @param except the one that is judged, which does not stand in its own way
   */
  public static Reserved on(
      LocalDate day, Collection<Operation> operations, Optional<OperationId> except) {
    Map<CurrencyCode, Money> sums = new HashMap<>();
    operations.stream()
        .filter(operation -> operation.state().isReserved())
        .filter(operation -> !except.equals(Optional.of(operation.id())))
        .filter(
            operation ->
                operation.when(State.CONFIRMED).map(Reserved::day).equals(Optional.of(day)))
        .map(Operation::commitment)
        .forEach(
            commitment -> {
              if (commitment instanceof Commitment.Of(Money money)) {
                sums.merge(money.currency(), money, Money::plus);
              }
            });
    return new Reserved(sums);
  }

  /** The day to which an instant belongs. */
  public static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  /** When a day begins. */
  public static Instant beginning(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** How much in that currency. */
  public Money in(CurrencyCode currency) {
    return amounts.getOrDefault(currency, Money.zero(currency));
  }
}
