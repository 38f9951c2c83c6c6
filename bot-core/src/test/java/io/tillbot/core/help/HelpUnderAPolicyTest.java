package io.tillbot.core.help;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.access.Caller;
import io.tillbot.core.billing.model.CurrencyCode;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.command.CommandPath;
import io.tillbot.core.command.Effect;
import io.tillbot.core.policy.Approval;
import io.tillbot.core.policy.ChannelId;
import io.tillbot.core.policy.Decision;
import io.tillbot.core.policy.Gatekeeper;
import io.tillbot.core.policy.Limits;
import io.tillbot.core.policy.Member;
import io.tillbot.core.policy.Policies;
import io.tillbot.core.policy.Policy;
import io.tillbot.core.policy.PolicyCards;
import io.tillbot.core.policy.PolicyRule;
import io.tillbot.core.policy.PolicyRule.Ruling;
import io.tillbot.core.policy.Reserved;
import io.tillbot.core.policy.Role;
import io.tillbot.core.policy.RuleRef;
import io.tillbot.core.policy.Scope;
import io.tillbot.core.policy.Terms;
import io.tillbot.core.policy.Verdict;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.Words;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Help lists what the caller may run, and why says which rule it is. */
class HelpUnderAPolicyTest {
  private static final CurrencyCode EURO = new CurrencyCode("EUR");
  private static final Role BOSS =
      new Role("boss", Set.of(new Member.Person(Caller.local("boss"))));

  private static final Policy POLICY =
      new Policy(
          List.of(
              rule("reads", 3, Set.of(), Set.of(Effect.READ), new Ruling.Allow(Terms.none())),
              rule("pays", 7, Set.of("pay"), Set.of(), new Ruling.Allow(payTerms())),
              rule("ends", 12, Set.of("cancel server"), Set.of(), new Ruling.Allow(cancelTerms())),
              rule("no-list", 16, Set.of("cancel list"), Set.of(), new Ruling.Deny()),
              rule("no-more", 17, Set.of("cancel list"), Set.of(), new Ruling.Allow(Terms.none())),
              rule("no-undo", 20, Set.of("cancel undo"), Set.of(), new Ruling.Deny())));

  private static final Policies POLICIES = () -> POLICY;

  private final TestBot bot =
      TestBot.linked(
          new Gatekeeper(
              POLICIES, _ -> Optional.of(new Reserved(Map.of(EURO, Money.of("1500", "EUR"))))));

  private static PolicyRule rule(
      String name, int line, Set<String> commands, Set<Effect> effects, Ruling ruling) {
    Set<CommandPath> paths = Set.copyOf(commands.stream().map(CommandPath::of).toList());
    return new PolicyRule(
        new RuleRef(name, line), new Scope(paths, effects, Set.of(), Set.of()), ruling);
  }

  private static Terms payTerms() {
    return new Terms(
        new Limits(Map.of(EURO, Money.of("500", "EUR")), Map.of(EURO, Money.of("2000", "EUR"))),
        Optional.of(
            new Approval(
                List.of(BOSS),
                Optional.of(new ChannelId("C1")),
                Map.of(EURO, Money.of("100", "EUR")))),
        Optional.empty());
  }

  private static Terms cancelTerms() {
    return new Terms(
        Limits.none(),
        Optional.of(new Approval(List.of(BOSS), Optional.empty(), Map.of())),
        Optional.of(Duration.ofMinutes(90)));
  }

  // ---- Help

  @Test
  void helpListsWhatTheCallerMayRunAndNothingElse() {
    List<String> commands =
        Words.rows(bot.say("/billing help").reply()).stream().map(List::getFirst).toList();
    assertThat(commands)
        .contains("/invoice <id> [--…]", "/pay <invoice> [amount] [--…]", "/billing why <line>")
        .contains("/cancel server <id> [reason…] [--…]")
        .noneMatch(usage -> usage.startsWith("/top-up"))
        .noneMatch(usage -> usage.startsWith("/cancel list"))
        .noneMatch(usage -> usage.startsWith("/cancel undo"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/cancel", "/billing help cancel"})
  void aParentShowsTheLeavesThatTheCallerMayRun(String line) {
    assertThat(Words.rows(bot.say(line).reply()))
        .singleElement()
        .asString()
        .contains("/cancel server");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/contact", "/billing help contact"})
  void whereNothingIsAllowedHelpSaysSo(String line) {
    TestBot closed = TestBot.linked(new Gatekeeper(HelpUnderAPolicyTest::onlyHelp));
    Reply reply = closed.say(line).reply();
    assertThat(reply.table()).isEmpty();
    assertThat(Words.of(reply.body())).containsExactly("help.nothing");
  }

  @Test
  void nothingIsOfferedThatIsNotAllowed() {
    TestBot closed = TestBot.linked(new Gatekeeper(HelpUnderAPolicyTest::onlyHelp));
    assertThat(Words.buttons(closed.say("/billing help").reply())).isEmpty();
    assertThat(Words.buttons(bot.say("/billing help credit").reply()))
        .containsExactly("/billing help pay");
  }

  @Test
  void whoMayOnlyReadIsNotToldToPay() {
    Policy reads =
        new Policy(
            List.of(
                rule("reads", 1, Set.of(), Set.of(Effect.READ), new Ruling.Allow(Terms.none()))));
    Reply help = TestBot.linked(new Gatekeeper(() -> reads)).say("/billing help").reply();
    assertThat(Words.of(help.body()))
        .contains("help.first-steps-reading(/invoices unpaid, /invoice 123)");
    assertThat(Words.buttons(help)).containsExactly("/invoices unpaid", "/credit");
  }

  private static Policy onlyHelp() {
    return new Policy(
        List.of(rule("help", 1, Set.of("billing help"), Set.of(), new Ruling.Allow(Terms.none()))));
  }

  @Test
  void helpOfWhatIsNotAllowedSaysSoAndLeadsToWhy() {
    Reply reply = bot.say("/billing help top-up").reply();
    assertThat(Words.of(reply.body())).contains("help.not-allowed");
    assertThat(reply.tone()).isEqualTo(Tone.WARNING);
    assertThat(Words.buttons(reply)).containsExactly("/billing why top-up");
  }

  // ---- Why

  @Test
  void whySaysWhichRuleAllowsItAndOnWhatTerms() {
    Reply reply = bot.say("/billing why /pay 123 25").reply();
    assertThat(Words.of(reply.title())).isEqualTo("policy.allowed-title(/pay)");
    assertThat(Words.field(reply, "field.rule")).contains("policy.rule(pays, 7)");
    assertThat(Words.field(reply, "field.limit-per-operation")).contains("500.00 EUR");
    assertThat(Words.field(reply, "field.limit-per-day")).contains("2000.00 EUR");
    assertThat(Words.field(reply, "field.left-today")).contains("500.00 EUR");
    assertThat(Words.field(reply, "field.approval")).contains("policy.approval-above(100.00 EUR)");
    assertThat(Words.field(reply, "field.approvers")).contains("boss");
    assertThat(Words.field(reply, "field.approval-channel")).contains("C1");
    assertThat(reply.notes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/billing why /cancel server 42 --now",
        "/billing why cancel server",
        "/billing why \"/cancel server 42 --now too slow\"",
        "/billing why /billing cancel server 42 too slow --now",
        "/billing why cancel server 42 \"--now\""
      })
  void theWholeLineBelongsToTheQuestion(String line) {
    Reply reply = bot.say(line).reply();
    assertThat(Words.of(reply.title())).isEqualTo("policy.allowed-title(/cancel server)");
    assertThat(Words.field(reply, "field.hold")).contains("policy.minutes(90)");
    assertThat(Words.field(reply, "field.approval")).contains("policy.approval-always");
    assertThat(reply.notes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "cancel undo 42, policy.rule-denies, 'policy.rule(no-undo, 20)'",
    "cancel list, policy.rules-contradict, 'policy.rule(no-list, 16)'"
  })
  void whySaysWhichRuleDeniesIt(String line, String why, String rule) {
    Outcome outcome = bot.say("/billing why " + line);
    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    assertThat(Words.of(outcome.reply().body())).containsExactly(why);
    assertThat(Words.field(outcome.reply(), "field.rule")).contains(rule);
  }

  @Test
  void whyNamesEveryRuleThatContradicts() {
    assertThat(bot.say("/billing why cancel list").reply().fields()).hasSize(2);
  }

  @Test
  void whySaysWhereThereIsNoRule() {
    Reply reply = bot.say("/billing why top-up 10").reply();
    assertThat(Words.of(reply.body())).containsExactly("policy.no-rule");
    assertThat(reply.fields()).isEmpty();
  }

  @Test
  void whyOfAParentIsATable() {
    assertThat(Words.rows(bot.say("/billing why cancel").reply()))
        .containsExactly(
            List.of("/cancel server", "why.yes", "policy.rule(ends, 12)"),
            List.of("/cancel subscription", "why.no", "why.no-rule"),
            List.of("/cancel undo", "why.no", "policy.rule(no-undo, 20)"),
            List.of("/cancel list", "why.no", "policy.rule(no-list, 16)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/billing why invioce 1", "/billing why \"\"", "/billing why"})
  void whatIsNoCommandIsSaidAsHelpSaysIt(String line) {
    Outcome outcome = bot.say(line);
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(Words.of(outcome.reply().title())).isEqualTo("input.title");
  }

  @Test
  void whatIsWrongWithTheLineIsSaidBesideTheRule() {
    Reply reply = bot.say("/billing why /pay twelve").reply();
    assertThat(Words.of(reply.title())).isEqualTo("policy.allowed-title(/pay)");
    assertThat(Words.of(reply.notes())).singleElement().asString().startsWith("why.problem(");
  }

  @Test
  void whatMayBeASecretIsNotShownBack() {
    String secret = "fake1234567890abcdefghijklmnop";
    Reply reply = bot.say("/billing why /pay " + secret).reply();
    assertThat(Words.everything(reply).toString()).doesNotContain(secret);
    assertThat(Words.everything(bot.say("/billing why " + secret).reply()).toString())
        .doesNotContain(secret);
  }

  // ---- Refusals

  @Test
  void aRefusalNamesTheRuleAndLeadsToWhy() {
    var spec = bot.catalogue().registry().find(List.of("cancel", "undo")).orElseThrow().spec();
    Outcome refused =
        PolicyCards.denied(
            new Decision.Denied(Decision.Reason.RULE_DENIES, List.of(new RuleRef("no-undo", 20))),
            spec);
    assertThat(refused).isInstanceOf(Outcome.Refused.class);
    assertThat(Words.field(refused.reply(), "field.rule")).contains("policy.rule(no-undo, 20)");
    assertThat(Words.buttons(refused.reply())).containsExactly("/billing why cancel undo");
  }

  @Test
  void aLimitSaysWhatIsAllowedAndLeft() {
    var spec = bot.catalogue().registry().find(List.of("pay")).orElseThrow().spec();
    RuleRef rule = new RuleRef("pays", 7);
    Money asked = Money.of("600", "EUR");
    Reply atOnce =
        PolicyCards.tooMuch(
                new Verdict.OverOperation(
                    asked, Money.of("500", "EUR"), Optional.of(Money.of("50", "EUR"))),
                rule,
                spec)
            .reply();
    assertThat(Words.of(atOnce.body()))
        .containsExactly("policy.over-operation(600.00 EUR, 500.00 EUR)", "api.nothing-changed");
    assertThat(Words.field(atOnce, "field.left-today")).contains("50.00 EUR");
    assertThat(Words.field(atOnce, "field.rule")).contains("policy.rule(pays, 7)");
    assertThat(Words.buttons(atOnce)).containsExactly("/billing why pay");

    Reply other =
        PolicyCards.tooMuch(
                new Verdict.OtherCurrency(asked, new TreeSet<>(Set.of("USD", "GBP"))), rule, spec)
            .reply();
    assertThat(Words.of(other.body())).contains("policy.other-currency(600.00 EUR, GBP, USD)");

    Reply unknown = PolicyCards.tooMuch(new Verdict.UnknownAmount(), rule, spec).reply();
    assertThat(Words.of(unknown.body())).contains("policy.unknown-amount");
  }
}
