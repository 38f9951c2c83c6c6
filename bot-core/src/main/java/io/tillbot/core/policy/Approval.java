package io.tillbot.core.policy;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.billing.model.CurrencyCode;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.operation.Commitment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * That a second person has to agree.
 *
 * @param approvers who may, at least one
 * @param channel where they are asked, wherever they answer; empty: nowhere in particular
 * @param above amounts up to which nobody is asked; empty: somebody always is
 */
public record Approval(
    List<Role> approvers, Optional<ChannelId> channel, Map<CurrencyCode, Money> above) {
  public Approval {
    approvers = List.copyOf(approvers);
    above = Limits.checked(above);
    if (approvers.isEmpty()) {
      throw new IllegalArgumentException("an approval needs somebody who may give it");
    }
  }

  /** The approvers by their roles' names, for the reader. */
  public String names() {
    return approvers.stream().map(Role::name).collect(Collectors.joining(", "));
  }

  /** Whether the approver may agree, from where they are now; never to what is their own. */
  public boolean mayBeGivenBy(Caller approver, Place place, Caller owner) {
    return !approver.equals(owner)
        && approvers.stream().anyMatch(role -> role.has(approver, place));
  }

  /** Whether somebody has to agree to that much. What nobody knows is above every amount. */
  boolean isNeededFor(Commitment commitment) {
    return above.isEmpty()
        || switch (commitment) {
          case Commitment.Nothing _ -> false;
          case Commitment.Open _ -> true;
          case Commitment.Of(Money money) ->
              Optional.ofNullable(above.get(money.currency()))
                  .filter(free -> money.compareTo(free) <= 0)
                  .isEmpty();
        };
  }
}
