package io.tillbot.core.support;

import io.tillbot.core.access.Caller;
import io.tillbot.core.billing.model.CurrencyCode;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.policy.Approval;
import io.tillbot.core.policy.ChannelId;
import io.tillbot.core.policy.Limits;
import io.tillbot.core.policy.Member;
import io.tillbot.core.policy.Role;
import io.tillbot.core.policy.Terms;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Terms of a policy, for tests. */
public final class TermsOf {
  private TermsOf() {}

  public static Terms hold(Duration hold) {
    return new Terms(Limits.none(), Optional.empty(), Optional.of(hold));
  }

  /** That person, and the owner, who is in the role as well, may agree. */
  public static Terms approval(Caller approver) {
    return new Terms(Limits.none(), Optional.of(by(approver)), Optional.empty());
  }

  /** The same, who is asked in that channel. */
  public static Terms approvalIn(Caller approver, String channel) {
    Approval asked =
        new Approval(by(approver).approvers(), Optional.of(new ChannelId(channel)), Map.of());
    return new Terms(Limits.none(), Optional.of(asked), Optional.empty());
  }

  public static Terms approvalAndHold(Caller approver, Duration hold) {
    return new Terms(Limits.none(), Optional.of(by(approver)), Optional.of(hold));
  }

  public static Terms perDay(String... amounts) {
    Map<CurrencyCode, Money> limits = new HashMap<>();
    for (String amount : amounts) {
      Money money = Money.parse(amount);
      limits.put(money.currency(), money);
    }
    return new Terms(new Limits(Map.of(), limits), Optional.empty(), Optional.empty());
  }

  /** The same limit, and that person has to agree besides. */
  public static Terms approvalPerDay(Caller approver, String amount) {
    return new Terms(perDay(amount).limits(), Optional.of(by(approver)), Optional.empty());
  }

  private static Approval by(Caller approver) {
    Role role =
        new Role("chiefs", Set.of(new Member.Person(approver), new Member.Person(World.ANN)));
    return new Approval(List.of(role), Optional.empty(), Map.of());
  }
}
