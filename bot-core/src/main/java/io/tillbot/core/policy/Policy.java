package io.tillbot.core.policy;

import io.tillbot.core.access.Workspace;
import io.tillbot.core.command.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every rule. Of those that match, the most specific one counts; when several are equally specific
 * and do not say the same, none does. What no rule allows is denied.
 *
 * @param rules in the order of their file, which decides nothing
 * @param payingByLink workspaces in which the bot moves no money, whatever the rules say: people
 *     there pay in the billing system itself
 */
public record Policy(List<PolicyRule> rules, Set<Workspace> payingByLink) {
  public Policy {
    rules = List.copyOf(rules);
    payingByLink = Set.copyOf(payingByLink);
    if (rules.stream().map(rule -> rule.ref().name()).distinct().count() < rules.size()) {
      throw new IllegalArgumentException("two rules of the same name");
    }
  }

  /** One under which money is moved in every workspace where a rule allows it. */
  public Policy(List<PolicyRule> rules) {
    this(rules, Set.of());
  }

  /** Whether people of that workspace pay in the billing system itself. */
  public boolean paysByLink(Workspace workspace) {
    return payingByLink.contains(workspace);
  }

  /** Whether somebody may run a command at a place. */
  public Decision decide(Ask ask) {
    if (ask.effect() == Effect.MONEY && paysByLink(Workspace.of(ask.caller()))) {
      return new Decision.Denied(Decision.Reason.PAYS_BY_LINK, List.of());
    }
    List<PolicyRule> closest = closest(ask);
    if (closest.isEmpty()) {
      return new Decision.Denied(Decision.Reason.NO_RULE, List.of());
    }
    List<RuleRef> refs = closest.stream().map(PolicyRule::ref).toList();
    Set<PolicyRule.Ruling> rulings =
        closest.stream().map(rule -> saidOf(ask.effect(), rule)).collect(Collectors.toSet());
    if (rulings.size() > 1) {
      return new Decision.Denied(Decision.Reason.RULES_CONTRADICT, refs);
    }
    return switch (rulings.iterator().next()) {
      case PolicyRule.Ruling.Allow(Terms terms) -> new Decision.Allowed(refs.getFirst(), terms);
      case PolicyRule.Ruling.Deny _ -> new Decision.Denied(Decision.Reason.RULE_DENIES, refs);
    };
  }

  private List<PolicyRule> closest(Ask ask) {
    List<PolicyRule> closest = new ArrayList<>();
    Specificity most = null;
    for (PolicyRule rule : rules) {
      Optional<Specificity> found = rule.scope().of(ask);
      if (found.isEmpty()) {
        continue;
      }
      int order = most == null ? 1 : found.get().compareTo(most);
      if (order > 0) {
        closest.clear();
        most = found.get();
      }
      if (order >= 0) {
        closest.add(rule);
      }
    }
    return closest;
  }

  private static PolicyRule.Ruling saidOf(Effect effect, PolicyRule rule) {
    return switch (rule.ruling()) {
      case PolicyRule.Ruling.Allow(Terms terms) -> new PolicyRule.Ruling.Allow(terms.of(effect));
      case PolicyRule.Ruling.Deny deny -> deny;
    };
  }
}
