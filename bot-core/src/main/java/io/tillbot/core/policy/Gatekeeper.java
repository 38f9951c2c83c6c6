package io.tillbot.core.policy;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Workspace;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.operation.Commitment;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Asks the policy of the moment, on behalf of everything that has to know. */
public final class Gatekeeper {
  private final Policies policies;
  private final SpentToday spent;

  public Gatekeeper(Policies policies, SpentToday spent) {
    this.policies = policies;
    this.spent = spent;
  }

  /** Where nobody counts what was spent. */
  public Gatekeeper(Policies policies) {
    this(policies, _ -> Optional.empty());
  }

  /** Whether the caller may run the command there, and on what terms. */
  public Decision mayRun(Caller caller, Place place, CommandSpec spec) {
    return policies.current().decide(Ask.of(caller, place, spec));
  }

  /** Whether the caller pays in the billing system itself, and not by the bot. */
  public boolean paysByLink(Caller caller) {
    return policies.current().paysByLink(Workspace.of(caller));
  }

  /** Those of the commands that the caller may run there, in their order. */
  public List<Command> allowed(Collection<Command> commands, Caller caller, Place place) {
    Policy policy = policies.current();
    return commands.stream()
        .filter(command -> policy.decide(Ask.of(caller, place, command.spec())).isAllowed())
        .toList();
  }

  /**
   * Whether an operation may go on.
   *
   * @param reserved what its owner has reserved on the day on which it was confirmed, itself left
   *     out
   */
  public Verdict judge(Terms terms, Commitment commitment, Reserved reserved) {
    return terms.judge(commitment, reserved);
  }

  /** Whether somebody may agree to what the owner wants to do on those terms; never the owner. */
  public boolean mayApprove(Caller approver, Place place, Terms terms, Caller owner) {
    return terms
        .approval()
        .filter(approval -> approval.mayBeGivenBy(approver, place, owner))
        .isPresent();
  }

  /** How much the caller has moved today; empty where nobody keeps count. */
  public Optional<Reserved> spentToday(Caller caller) {
    return spent.by(caller);
  }
}
