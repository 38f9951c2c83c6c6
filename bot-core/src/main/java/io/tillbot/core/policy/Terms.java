package io.tillbot.core.policy;

import io.tillbot.core.billing.model.Money;
import io.tillbot.core.command.Effect;
import io.tillbot.core.operation.Commitment;
import java.time.Duration;
import java.util.Optional;

/**
 * On what terms something is allowed.
 *
 * @param hold how long it waits, and can be taken back, after everybody has agreed
 */
public record Terms(Limits limits, Optional<Approval> approval, Optional<Duration> hold) {
  public Terms {
    if (hold.filter(time -> !time.isPositive()).isPresent()) {
      throw new IllegalArgumentException("a hold takes its time");
    }
  }

  /** Without any. */
  public static Terms none() {
    return new Terms(Limits.none(), Optional.empty(), Optional.empty());
  }

  /** Whether one of them is exceeded, or somebody has to agree. */
  public Verdict judge(Commitment commitment, Reserved reserved) {
    return exceeded(commitment, reserved)
        .<Verdict>map(tooMuch -> tooMuch)
        .or(
            () ->
                approval
                    .filter(needed -> needed.isNeededFor(commitment))
                    .map(Verdict.NeedsApproval::new))
        .orElseGet(Verdict.Cleared::new);
  }

  private Optional<Verdict.TooMuch> exceeded(Commitment commitment, Reserved reserved) {
    if (limits.areNone()) {
      return Optional.empty();
    }
    return switch (commitment) {
      case Commitment.Nothing _ -> Optional.empty();
      case Commitment.Of(Money money) -> limits.exceededBy(money, reserved);
      case Commitment.Open _ -> Optional.of(new Verdict.UnknownAmount());
    };
  }

  /**
   * Those that an effect can meet: what only reads has none, and only what ends something is held.
   */
  Terms of(Effect effect) {
    return switch (effect) {
      case READ -> none();
      case WRITE, MONEY -> new Terms(limits, approval, Optional.empty());
      case DESTRUCTIVE -> this;
    };
  }
}
