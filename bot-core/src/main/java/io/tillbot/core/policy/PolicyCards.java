package io.tillbot.core.policy;

import io.tillbot.core.billing.model.CurrencyCode;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Says what the policy has decided, and which rule it was. */
public final class PolicyCards {
  private static final String NONE = "–";

  private PolicyCards() {}

  /** Says that a command may not be run, and where to learn more. */
  public static Outcome denied(Decision.Denied denied, CommandSpec spec) {
    return new Outcome.Refused(withWhy(denial(denied, spec), spec));
  }

  /** Says which limit an operation exceeds, and what would be possible. */
  public static Outcome tooMuch(Verdict.TooMuch tooMuch, RuleRef rule, CommandSpec spec) {
    Reply.Builder card =
        Reply.card(Text.of("policy.too-much-title")).tone(Tone.WARNING).body(why(tooMuch));
    leftToday(tooMuch)
        .ifPresent(left -> card.field(Text.of("field.left-today"), Value.amount(left)));
    return new Outcome.Refused(
        withWhy(
            card.field(Text.of("field.rule"), rule.label()).body(Text.of("api.nothing-changed")),
            spec));
  }

  /** The same as {@link #denied}, to be gone on with. */
  public static Reply.Builder denial(Decision.Denied denied, CommandSpec spec) {
    Reply.Builder card =
        Reply.card(Text.of("policy.denied-title", Value.line(spec.path().toString())))
            .tone(Tone.WARNING)
            .body(why(denied.reason()));
    denied.rules().forEach(rule -> card.field(Text.of("field.rule"), rule.label()));
    return card;
  }

  /** Says that a command may be run, by which rule, and on what terms. */
  public static Reply.Builder permission(
      Decision.Allowed allowed, CommandSpec spec, Optional<Reserved> spent) {
    Reply.Builder card =
        Reply.card(Text.of("policy.allowed-title", Value.line(spec.path().toString())))
            .tone(Tone.GOOD)
            .field(Text.of("field.rule"), allowed.rule().label());
    Terms terms = allowed.terms();
    amounts(card, "field.limit-per-operation", terms.limits().perOperation());
    amounts(card, "field.limit-per-day", terms.limits().perDay());
    spent.ifPresent(reserved -> left(card, terms.limits(), reserved));
    terms.approval().ifPresent(approval -> approval(card, approval));
    terms.hold().ifPresent(time -> card.field(Text.of("field.hold"), time(time)));
    return card;
  }

  private static Reply withWhy(Reply.Builder card, CommandSpec spec) {
    return card.run(Text.of("button.why"), "/billing why " + spec.path().name()).build();
  }

  private static Text why(Decision.Reason reason) {
    return switch (reason) {
      case NO_RULE -> Text.of("policy.no-rule");
      case PAYS_BY_LINK -> Text.of("policy.pays-by-link");
      case RULE_DENIES -> Text.of("policy.rule-denies");
      case RULES_CONTRADICT -> Text.of("policy.rules-contradict");
    };
  }

  private static Text why(Verdict.TooMuch tooMuch) {
    return switch (tooMuch) {
      case Verdict.OverOperation(Money asked, Money most, var _) ->
          Text.of("policy.over-operation", Value.amount(asked), Value.amount(most));
      case Verdict.OverDay(Money asked, Money most, var _) ->
          Text.of("policy.over-day", Value.amount(asked), Value.amount(most));
      case Verdict.OtherCurrency(Money asked, var named) ->
          Text.of(
              "policy.other-currency",
              Value.amount(asked),
              Value.data(named.isEmpty() ? NONE : String.join(", ", named)));
      case Verdict.UnknownAmount _ -> Text.of("policy.unknown-amount");
    };
  }

  private static Optional<Money> leftToday(Verdict.TooMuch tooMuch) {
    return switch (tooMuch) {
      case Verdict.OverOperation(var _, var _, Optional<Money> left) -> left;
      case Verdict.OverDay(var _, var _, Money left) -> Optional.of(left);
      case Verdict.OtherCurrency _, Verdict.UnknownAmount _ -> Optional.empty();
    };
  }

  private static void amounts(Reply.Builder card, String name, Map<CurrencyCode, Money> amounts) {
    sorted(amounts).forEach(amount -> card.field(Text.of(name), Value.amount(amount)));
  }

  private static void left(Reply.Builder card, Limits limits, Reserved reserved) {
    sorted(limits.perDay())
        .flatMap(most -> limits.leftToday(most.currency(), reserved).stream())
        .forEach(left -> card.field(Text.of("field.left-today"), Value.amount(left)));
  }

  private static void approval(Reply.Builder card, Approval approval) {
    Text name = Text.of("field.approval");
    List<Text> when =
        approval.above().isEmpty()
            ? List.of(Text.of("policy.approval-always"))
            : sorted(approval.above())
                .map(amount -> Text.of("policy.approval-above", Value.amount(amount)))
                .toList();
    when.forEach(each -> card.field(name, each));
    card.field(Text.of("field.approvers"), Value.data(approval.names()));
    approval
        .channel()
        .ifPresent(
            channel -> card.field(Text.of("field.approval-channel"), Value.data(channel.value())));
  }

  private static Stream<Money> sorted(Map<CurrencyCode, Money> amounts) {
    return amounts.values().stream().sorted(Comparator.comparing(each -> each.currency().code()));
  }

  /** In the largest unit that says it exactly. */
  public static Text time(Duration time) {
    if (time.toSecondsPart() != 0) {
      return Text.of("policy.seconds", Value.count(time.toSeconds()));
    }
    if (time.toMinutesPart() != 0) {
      return Text.of("policy.minutes", Value.count(time.toMinutes()));
    }
    return time.toHoursPart() != 0
        ? Text.of("policy.hours", Value.count(time.toHours()))
        : Text.of("policy.days", Value.count(time.toDays()));
  }
}
