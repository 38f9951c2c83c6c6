package io.tillbot.app.config;

import io.tillbot.core.billing.model.CurrencyCode;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.policy.Approval;
import io.tillbot.core.policy.ChannelId;
import io.tillbot.core.policy.Limits;
import io.tillbot.core.policy.Role;
import io.tillbot.core.policy.Terms;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the terms of one rule. */
final class PolicyTerms {
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

  private final PolicyNodes nodes;
  private final PolicyRoles roles;
  private final String rule;
  private Map<CurrencyCode, Money> perOperation = Map.of();
  private Map<CurrencyCode, Money> perDay = Map.of();
  private @Nullable Approval approval;
  private @Nullable Duration hold;

  PolicyTerms(PolicyNodes nodes, PolicyRoles roles, String rule) {
    this.nodes = nodes;
    this.roles = roles;
    this.rule = rule;
  }

  /** What was read. */
  Terms terms() {
    return new Terms(
        new Limits(perOperation, perDay), Optional.ofNullable(approval), Optional.ofNullable(hold));
  }

  void limits(Node node) {
    nodes.keys(
        node,
        rule + ": limits",
        Map.of(
            "per-operation", value -> perOperation = amounts(value, "per-operation"),
            "per-day", value -> perDay = amounts(value, "per-day")));
    if (perOperation.isEmpty() && perDay.isEmpty()) {
      nodes.fault(node, rule + ": limits", "must say per-operation or per-day, or both");
    }
  }

  void hold(Node node) {
    hold = nodes.value(node, rule + ": hold", PolicyWords.duration()).orElse(null);
  }

  void approval(Node node) {
    Draft draft = new Draft();
    nodes.keys(node, rule + ": approval", draft.readers());
    if (draft.approvers == null) {
      nodes.fault(node, rule + ": approval", "must say approvers: who may agree");
    } else if (!draft.approvers.isEmpty()) {
      approval = new Approval(draft.approvers, Optional.ofNullable(draft.channel), draft.above);
    }
  }

  private Map<CurrencyCode, Money> amounts(Node node, String key) {
    String what = rule + ": " + key;
    Map<CurrencyCode, Money> amounts = new HashMap<>();
    Map<String, Node> entries = nodes.entries(node, what);
    entries.forEach(
        (code, value) -> {
          if (!CURRENCY.matcher(code).matches()) {
            nodes.fault(value, what, "a currency is three capital letters, such as EUR: 500");
            return;
          }
          CurrencyCode currency = new CurrencyCode(code);
          nodes
              .value(value, what + ", " + code, PolicyWords.amount())
              .ifPresent(amount -> amounts.put(currency, new Money(amount, currency)));
        });
    if (entries.isEmpty()) {
      nodes.fault(node, what, "must name an amount, such as EUR: 500");
    }
    return amounts;
  }

  /** An approval while it is read. */
  private final class Draft {
    private @Nullable List<Role> approvers;
    private @Nullable ChannelId channel;
    private Map<CurrencyCode, Money> above = Map.of();

    Map<String, Consumer<Node>> readers() {
      return Map.of(
          "approvers", value -> approvers = roles.approvers(value, rule + ": approvers"),
          "approval-channel",
              value ->
                  channel =
                      nodes
                          .value(value, rule + ": approval-channel", PolicyWords.channel())
                          .orElse(null),
          "above", value -> above = amounts(value, "above"));
    }
  }
}
