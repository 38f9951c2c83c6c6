package io.tillbot.core.simulation;

import io.tillbot.core.access.Caller;
import io.tillbot.core.billing.model.CurrencyCode;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.command.CommandPath;
import io.tillbot.core.operation.Commitment;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.policy.Approval;
import io.tillbot.core.policy.Limits;
import io.tillbot.core.policy.Member;
import io.tillbot.core.policy.Policy;
import io.tillbot.core.policy.PolicyRule;
import io.tillbot.core.policy.Role;
import io.tillbot.core.policy.RuleRef;
import io.tillbot.core.policy.Scope;
import io.tillbot.core.policy.Terms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The policies among which a run changes, each with what it asks, said a second time. */
enum Rules {
  /** Nothing is asked. */
  OPEN,
  /** Payments above a sum need an approval, cancellations wait. */
  CAREFUL,
  /** All money needs an approval, cancellations too, and they wait. */
  STRICT,
  /** Nobody pays. */
  CLOSED;

  private static final Money FREE = Money.of("15", "EUR");
  private static final Duration HOLD = Duration.ofMinutes(20);
  private static final Set<String> MONEY = Set.of("pay", "top-up", "mass-pay");
  private static final String CANCEL = "cancel server";

  private static final Map<Rules, Policy> POLICIES =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(rules -> rules, Rules::made));

  Policy policy() {
    return Objects.requireNonNull(POLICIES.get(this));
  }

  /** Whether somebody else has to agree to it. */
  boolean asksApproval(Operation operation) {
    return switch (this) {
      case OPEN, CLOSED -> false;
      case CAREFUL ->
          MONEY.contains(operation.command())
              && operation.commitment() instanceof Commitment.Of(Money money)
              && money.compareTo(FREE) > 0;
      case STRICT -> MONEY.contains(operation.command()) || operation.command().equals(CANCEL);
    };
  }

  /** Whether nobody may do it. */
  boolean forbids(Operation operation) {
    return this == CLOSED && operation.command().equals("pay");
  }

  private Policy made() {
    List<PolicyRule> rules = new ArrayList<>();
    rules.add(rule("everything", Set.of(), Terms.none()));
    switch (this) {
      case OPEN -> {}
      case CAREFUL -> {
        rules.add(rule("money", MONEY, terms(Map.of(FREE.currency(), FREE), Optional.empty())));
        rules.add(
            rule(
                "cancel",
                Set.of(CANCEL),
                new Terms(Limits.none(), Optional.empty(), Optional.of(HOLD))));
      }
      case STRICT -> {
        rules.add(rule("money", MONEY, terms(Map.of(), Optional.empty())));
        rules.add(rule("cancel", Set.of(CANCEL), terms(Map.of(), Optional.of(HOLD))));
      }
      case CLOSED ->
          rules.add(
              new PolicyRule(
                  new RuleRef("money", 2), scope(Set.of("pay")), new PolicyRule.Ruling.Deny()));
    }
    return new Policy(rules);
  }

  private static Terms terms(Map<CurrencyCode, Money> above, Optional<Duration> hold) {
    Set<Member> people = Set.of(person(People.CARL), person(People.ANN));
    return new Terms(
        Limits.none(),
        Optional.of(new Approval(List.of(new Role("approvers", people)), Optional.empty(), above)),
        hold);
  }

  private static Member person(Caller caller) {
    return new Member.Person(caller);
  }

  private static PolicyRule rule(String name, Set<String> commands, Terms terms) {
    return new PolicyRule(
        new RuleRef(name, 1), scope(commands), new PolicyRule.Ruling.Allow(terms));
  }

  private static Scope scope(Set<String> commands) {
    return new Scope(
        Set.copyOf(commands.stream().map(CommandPath::of).toList()), Set.of(), Set.of(), Set.of());
  }
}
