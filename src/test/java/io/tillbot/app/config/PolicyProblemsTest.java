package io.tillbot.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tillbot.core.Catalogue;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Platform;
import io.tillbot.core.access.Workspace;
import io.tillbot.core.billing.model.CurrencyCode;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.command.CommandPath;
import io.tillbot.core.command.Effect;
import io.tillbot.core.policy.Approval;
import io.tillbot.core.policy.ChannelId;
import io.tillbot.core.policy.Limits;
import io.tillbot.core.policy.Member;
import io.tillbot.core.policy.Policy;
import io.tillbot.core.policy.PolicyRule;
import io.tillbot.core.policy.Role;
import io.tillbot.core.policy.RuleRef;
import io.tillbot.core.policy.Scope;
import io.tillbot.core.policy.Spot;
import io.tillbot.core.policy.Terms;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that a policy can say, and everything that is wrong with one, all at once. */
class PolicyProblemsTest {
  private static final Caller OWN = Caller.local("operator");
  private static final PolicyReader READER =
      new PolicyReader(Optional.of(OWN), Catalogue.toRead(Clock.systemUTC()));

  private static final String DISCORD_USER = "80351110224678912";
  private static final String DISCORD_ROLE = "81384788765712384";

  @Test
  void aWorkspaceCanPayByLink() {
    Policy policy =
        READER.read(
            """
            rules:
              - name: all
                decision: allow
            pay:
              slack:T012AB3CD: link
              slack:E1: execute
              discord: link
              terminal: link
            """,
            "p");
    assertThat(policy.payingByLink())
        .containsExactlyInAnyOrder(
            new Workspace(Platform.SLACK, "T012AB3CD"),
            new Workspace(Platform.DISCORD, null),
            Workspace.of(OWN));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "slack:T1/U1: link | must name workspaces: slack:T…, slack:E…, discord or terminal",
        "slack:T1: maybe | must be one of execute, link",
        "[a] | must hold keys, each with its value: KEY: VALUE",
      })
  void whatIsWrongWithTheWayToPayIsSaid(String line, String problem) {
    ConfigurationException wrong =
        catchThrowableOfType(
            ConfigurationException.class,
            () ->
                READER.read(
                    "rules:\n  - name: all\n    decision: allow\npay:\n  " + line + "\n", "p"));
    assertThat(wrong).hasMessageContaining(problem);
  }

  @Test
  void everythingThatCanBeSaidIsUnderstood() {
    Policy policy =
        READER.read(
            """
            rules:
              - name: all-of-it
                commands: [cancel server, /Cancel subscription]
                effects: [destructive, write]
                roles: [crew]
                places: [C1, private-channel, 81384788765712384]
                decision: allow
                limits: {per-operation: {EUR: 500, USD: 99.95}, per-day: {EUR: 2000}}
                approval: {approvers: [crew, "slack:T1/U9"], approval-channel: C7, above: {EUR: 100}}
                hold: 90m

              - name: nothing-else
                decision: deny
            roles:
              crew: [terminal, "terminal:bob", "slack:T1/U2", "slack-group:S3",
                "discord:80351110224678912", "discord-role:81384788765712384"]
              nobody: []
              all: [everybody]
            """,
            "p");
    Role crew =
        new Role(
            "crew",
            Set.of(
                new Member.Person(OWN),
                new Member.Person(Caller.local("bob")),
                new Member.Person(new Caller(Platform.SLACK, "T1", "U2")),
                new Member.Group(Platform.SLACK, "S3"),
                new Member.Person(new Caller(Platform.DISCORD, null, DISCORD_USER)),
                new Member.Group(Platform.DISCORD, DISCORD_ROLE)));
    Role boss =
        new Role("slack:T1/U9", Set.of(new Member.Person(new Caller(Platform.SLACK, "T1", "U9"))));
    CurrencyCode euro = new CurrencyCode("EUR");
    CurrencyCode dollar = new CurrencyCode("USD");
    assertThat(policy.rules())
        .containsExactly(
            new PolicyRule(
                new RuleRef("all-of-it", 2),
                new Scope(
                    Set.of(CommandPath.of("cancel server"), CommandPath.of("cancel subscription")),
                    Set.of(Effect.DESTRUCTIVE, Effect.WRITE),
                    Set.of(crew),
                    Set.of(
                        new Spot.InChannel(new ChannelId("C1")),
                        new Spot.OfKind(Place.Kind.PRIVATE_CHANNEL),
                        new Spot.InChannel(new ChannelId(DISCORD_ROLE)))),
                new PolicyRule.Ruling.Allow(
                    new Terms(
                        new Limits(
                            Map.of(euro, Money.of("500", "EUR"), dollar, Money.of("99.95", "USD")),
                            Map.of(euro, Money.of("2000", "EUR"))),
                        Optional.of(
                            new Approval(
                                List.of(crew, boss),
                                Optional.of(new ChannelId("C7")),
                                Map.of(euro, Money.of("100", "EUR")))),
                        Optional.of(Duration.ofMinutes(90))))),
            new PolicyRule(
                new RuleRef("nothing-else", 12), Scope.everything(), new PolicyRule.Ruling.Deny()));
  }

  @Test
  void everyProblemIsToldTogetherEachWithItsLine() {
    assertThat(
            problems(
                """
                rolse: {x: [terminal]}
                roles:
                  payer: [terminal, "slack:U2", "discord:ann"]
                  terminal: [everybody]
                  Boss: everybody
                rules:
                  - name: one
                    comands: [pay]
                    effects: [spend]
                    roles: [payre]
                    places: [somewhere]
                    decision: maybe
                  - name: one
                    commands: [cancel srever, invioce]
                    roles: []
                    decision: deny
                    limits: {per-operation: {euro: 5, EUR: -1, USD: 1e3, GBP: "1,000"}}
                  - commands: [pay]
                    decision: allow
                    hold: 10m
                    approval: {above: {EUR: 1}}
                  - name: last
                    commands: [cancel]
                    hold: 10 minutes
                    approval: {approvers: [nobody], chanel: C1}
                    limits: {}
                """))
        .containsExactlyInAnyOrder(
            "p line 1, the file: rolse is not a key; did you mean roles?",
            "p line 3, role payer: must be terminal, terminal:NAME, slack:T…/U…, discord:DIGITS,"
                + " slack-group:S…, discord-role:DIGITS or everybody",
            "p line 3, role payer: must be terminal, terminal:NAME, slack:T…/U…, discord:DIGITS,"
                + " slack-group:S…, discord-role:DIGITS or everybody",
            "p line 4, role terminal: the name must be of lower-case letters, digits and hyphens,"
                + " and not everybody or terminal",
            "p line 5, role Boss: the name must be of lower-case letters, digits and hyphens,"
                + " and not everybody or terminal",
            "p line 8, rule: comands is not a key; did you mean commands?",
            "p line 9, rule one: effects: must be one of read, write, money, destructive",
            "p line 10, rule one: roles: payre is not a role; did you mean payer?",
            "p line 11, rule one: places: must be one of terminal, direct-message,"
                + " private-channel, public-channel, or a channel's id: C… or G… on Slack,"
                + " 17 to 20 digits on Discord",
            "p line 12, rule one: decision: must be one of allow, deny",
            "p line 13, rule one: the rule of line 7 has this name already",
            "p line 14, rule at-line-13: commands: cancel srever is not a command;"
                + " did you mean cancel server?",
            "p line 14, rule at-line-13: commands: invioce is not a command;"
                + " did you mean invoice?",
            "p line 15, rule at-line-13: roles: must name something;"
                + " leave the key out where everything is meant",
            "p line 17, rule at-line-13: per-operation: a currency is three capital letters,"
                + " such as EUR: 500",
            "p line 17, rule at-line-13: per-operation, EUR: must be an amount such as 500 or"
                + " 99.95, without sign, exponent and grouping",
            "p line 17, rule at-line-13: per-operation, USD: must be an amount such as 500 or"
                + " 99.95, without sign, exponent and grouping",
            "p line 17, rule at-line-13: per-operation, GBP: must be an amount such as 500 or"
                + " 99.95, without sign, exponent and grouping",
            "p line 17, rule at-line-13: limits: must say per-operation or per-day, or both",
            "p line 17, rule at-line-13: limits: has no place where the rule denies",
            "p line 18, rule: must have a name",
            "p line 20, rule at-line-18: hold: is for commands of /cancel alone;"
                + " name them under commands:",
            "p line 21, rule at-line-18: approval: must say approvers: who may agree",
            "p line 22, rule last: must say decision: allow or decision: deny");
  }

  @Test
  void theTermsOfARuleAreChecked() {
    assertThat(
            problems(
                """
                rules:
                  - name: last
                    commands: [cancel]
                    decision: allow
                    hold: 10 minutes
                    approval: {approvers: [nobody], chanel: C1, above: {}}
                    limits: {}
                """))
        .containsExactlyInAnyOrder(
            "p line 5, rule last: hold: must be a number and s, m, h or d, such as 10m;"
                + " at most 30d",
            "p line 6, rule last: approvers: nobody is not a role; there is none",
            "p line 6, rule last: approval: chanel is not a key; known: above,"
                + " approval-channel, approvers",
            "p line 6, rule last: above: must name an amount, such as EUR: 500",
            "p line 7, rule last: limits: must say per-operation or per-day, or both");
  }

  @ParameterizedTest
  @CsvSource({
    "'', true",
    "'[]', true",
    "'{}', true",
    "'rules:', true",
    "'rules: []', true",
    "'roles: {a: [terminal]}', true",
    "'rules: {a: b}', false",
    "'rules: [word]', false"
  })
  void aPolicyWithoutRulesIsRefused(String text, boolean isTold) {
    assertThat(problems(text)).isNotEmpty();
    if (isTold) {
      assertThat(problems(text).getLast()).startsWith("p: must hold rules:");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rules: 'open", "a: *b", "rules: [}", "rules: &r []\nroles: *r\n"})
  void whatIsNotYamlIsOneProblem(String text) {
    assertThat(problems(text)).singleElement().asString().contains("is not YAML");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0m", "31d", "1h30m", "-1m", "10", "m", "999999999999d"})
  void aHoldIsOneNumberAndAUnit(String hold) {
    assertThat(
            problems(
                """
                rules:
                  - {name: a, commands: [cancel], decision: allow, hold: "%s"}
                """
                    .formatted(hold)))
        .singleElement()
        .asString()
        .startsWith("p line 2, rule a: hold: must be a number");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "slack:T1",
        "slack:U1/T1",
        "slack:t1/u1",
        "discord:123",
        "discord-role:staff",
        "slack-group:C1",
        "terminal:a b",
        "terminal:",
        "all",
        "slack:T1/U1/x",
        "[terminal]"
      })
  void aMemberThatCanBeNobodyIsRefused(String member) {
    String text =
        """
        roles: {a: ["%s"]}
        rules: [{name: a, decision: deny}]
        """
            .formatted(member);
    assertThat(problems(text)).singleElement().asString().startsWith("p line 1, role a: must be");
  }

  @Test
  void whatMayBeASecretIsNotShown() {
    String secret = "fake+secret==0123456789";
    assertThat(
            problems(
                """
                %s: x
                rules: [{name: a, commands: ["%s"], roles: ["%s"], decision: deny}]
                """
                    .formatted(secret, secret, secret)))
        .hasSize(3)
        .noneMatch(problem -> problem.contains("0123456789"));
  }

  private static List<String> problems(String text) {
    ConfigurationException refusal =
        catchThrowableOfType(ConfigurationException.class, () -> READER.read(text, "p"));
    if (refusal == null) {
      throw new AssertionError("the policy is accepted");
    }
    return refusal.problems();
  }
}
