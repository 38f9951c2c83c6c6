package io.tillbot.core.policy;

import java.util.List;

/** Whether somebody may run a command. */
public sealed interface Decision {
  /** They may, on the terms of the rule that says so. */
  record Allowed(RuleRef rule, Terms terms) implements Decision {}

  /**
   * They may not.
   *
   * @param rules those that say so, in the order of the file; none when no rule matches
   */
  record Denied(Reason reason, List<RuleRef> rules) implements Decision {
    public Denied {
      rules = List.copyOf(rules);
      if (rules.isEmpty() != (reason == Reason.NO_RULE)) {
        throw new IllegalArgumentException("a denial names its rules, where there are any");
      }
    }
  }

  /** Why not. */
  enum Reason {
    /** No rule is about it. */
    NO_RULE,
    /** The most specific rule says no. */
    RULE_DENIES,
    /** The most specific rules do not say the same. */
    RULES_CONTRADICT
  }

  default boolean isAllowed() {
    return this instanceof Allowed;
  }
}
