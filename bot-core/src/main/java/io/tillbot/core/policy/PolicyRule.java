package io.tillbot.core.policy;

/** One rule: what it is about, and what it says. */
public record PolicyRule(RuleRef ref, Scope scope, Ruling ruling) {
  /** What a rule says. Two rules that say the same never contradict each other. */
  public sealed interface Ruling {
    /** Yes, on these terms. */
    record Allow(Terms terms) implements Ruling {}

    /** No. */
    record Deny() implements Ruling {}
  }
}
