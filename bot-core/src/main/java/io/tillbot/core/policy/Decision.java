package io.tillbot.core.policy;

import java.util.List;

/** Whether somebody may run a command. */
public sealed interface Decision {
  /** They may, on the terms of the rule that says so. */
  record Allowed(RuleRef rule, Terms terms) implements Decision {}

  /**
   * They may not.
   *
   * @param rules those that say so, in the order of the file; none when no rule matches, or it is
   *     not rules that say so
   */
  record Denied(Reason reason, List<RuleRef> rules) implements Decision {
    public Denied {
      rules = List.copyOf(rules);
      if (rules.isEmpty() != reason.isWithoutRules()) {
        throw new IllegalArgumentException("a denial names its rules, where there are any");
      }
    }
  }

  /** Why not. */
  enum Reason {
    /** No rule is about it. */
    NO_RULE,
    /** Money is not moved by the bot in that workspace. */
    PAYS_BY_LINK,
    /** The most specific rule says no. */
    RULE_DENIES,
    /** The most specific rules do not say the same. */
    RULES_CONTRADICT;

    private boolean isWithoutRules() {
      return this == NO_RULE || this == PAYS_BY_LINK;
    }
  }

  default boolean isAllowed() {
    return this instanceof Allowed;
  }
}
