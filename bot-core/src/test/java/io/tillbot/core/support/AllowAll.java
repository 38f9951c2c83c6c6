package io.tillbot.core.support;

import io.tillbot.core.policy.Gatekeeper;
import io.tillbot.core.policy.Policies;
import io.tillbot.core.policy.Policy;
import io.tillbot.core.policy.PolicyRule;
import io.tillbot.core.policy.RuleRef;
import io.tillbot.core.policy.Scope;
import io.tillbot.core.policy.Terms;
import java.util.List;

/** A policy for tests that are not about it: everything is allowed, without terms. */
public final class AllowAll implements Policies {
  private static final Policy POLICY =
      new Policy(
          List.of(
              new PolicyRule(
                  new RuleRef("everything", 1),
                  Scope.everything(),
                  new PolicyRule.Ruling.Allow(Terms.none()))));

  /** A gatekeeper who lets everybody in. */
  public static Gatekeeper gatekeeper() {
    return new Gatekeeper(new AllowAll());
  }

  @Override
  public Policy current() {
    return POLICY;
  }
}
