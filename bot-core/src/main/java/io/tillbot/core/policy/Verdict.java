package io.tillbot.core.policy;

import io.tillbot.core.billing.model.Money;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the terms of a rule mean for one operation. */
public sealed interface Verdict {
  /** It may go on. */
  record Cleared() implements Verdict {}

  /** It may go on once a second person has agreed. */
  record NeedsApproval(Approval approval) implements Verdict {}

  /** It may not go on: it exceeds a limit. */
  sealed interface TooMuch extends Verdict {}

  /**
   * More than may be moved at once.
   *
   * @param leftToday what the day's limit still allows, where there is one
   */
  record OverOperation(Money asked, Money most, Optional<Money> leftToday) implements TooMuch {}

  /** More than is left of the day. */
  record OverDay(Money asked, Money most, Money leftToday) implements TooMuch {}

  /**
   * In a currency that the limits do not name.
   *
   * @param named the codes of those that they do
   */
  record OtherCurrency(Money asked, SortedSet<String> named) implements TooMuch {
    public OtherCurrency {
      named = Collections.unmodifiableSortedSet(new TreeSet<>(named));
    }
  }

  /** Nobody knows how much it is, and there are limits. */
  record UnknownAmount() implements TooMuch {}
}
