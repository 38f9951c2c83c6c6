package io.tillbot.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Platform;
import io.tillbot.core.billing.model.CurrencyCode;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.command.CommandPath;
import io.tillbot.core.command.Effect;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which rule counts. */
class PolicyTest {
  private static final Caller ANN = Caller.local("ann");
  private static final Caller EVE = Caller.local("eve");
  private static final Place CHANNEL = new Place(Place.Kind.PRIVATE_CHANNEL, "C1");

  private static final Set<CommandPath> ITSELF = Set.of(CommandPath.of("cancel server"));
  private static final Set<CommandPath> PARENT = Set.of(CommandPath.of("cancel"));
  private static final Set<Role> ROLE =
      Set.of(new Role("canceller", Set.of(new Member.Person(ANN))));
  private static final Set<Spot> HERE = Set.of(new Spot.InChannel(new ChannelId("C1")));
  private static final Set<Spot> KIND = Set.of(new Spot.OfKind(Place.Kind.PRIVATE_CHANNEL));
  private static final Set<Effect> EFFECT = Set.of(Effect.DESTRUCTIVE);

  private static final Ask ASK =
      new Ask(ANN, CHANNEL, CommandPath.of("cancel server"), Effect.DESTRUCTIVE);

  /** Every scope that matches what is asked, from the least to the most specific one. */
  static List<Scope> ladder() {
    return Stream.of(Set.<CommandPath>of(), PARENT, ITSELF)
        .flatMap(
            commands ->
                Stream.of(Set.<Effect>of(), EFFECT)
                    .flatMap(
                        effects ->
                            Stream.of(Set.<Role>of(), ROLE)
                                .flatMap(
                                    roles ->
                                        Stream.of(Set.<Spot>of(), KIND, HERE)
                                            .map(
                                                places ->
                                                    new Scope(commands, effects, roles, places)))))
        .toList();
  }

  static Stream<List<Scope>> steps() {
    List<Scope> ladder = ladder();
    return Stream.iterate(1, i -> i < ladder.size(), i -> i + 1)
        .map(i -> List.of(ladder.get(i - 1), ladder.get(i)));
  }

  @ParameterizedTest
  @MethodSource("steps")
  void commandOutweighsEffectOutweighsRoleOutweighsPlace(List<Scope> step) {
    Policy allowing = policy(deny("looser", step.getFirst()), allow("closer", step.getLast()));
    Policy denying = policy(allow("looser", step.getFirst()), deny("closer", step.getLast()));

    assertThat(allowing.decide(ASK).isAllowed()).isTrue();
    assertThat(denying.decide(ASK))
        .isEqualTo(
            new Decision.Denied(Decision.Reason.RULE_DENIES, List.of(new RuleRef("closer", 2))));
  }

  @Test
  void theLadderHasEveryStep() {
    assertThat(ladder()).hasSize(36).doesNotHaveDuplicates();
  }

  @Test
  void whatNoRuleIsAboutIsDenied() {
    Decision nothing = new Decision.Denied(Decision.Reason.NO_RULE, List.of());
    assertThat(policy().decide(ASK)).isEqualTo(nothing);
    assertThat(
            policy(
                    allow("other-command", scope("pay", Set.of(), Set.of(), Set.of())),
                    allow("other-leaf", scope("cancel list", Set.of(), Set.of(), Set.of())),
                    allow("other-effect", scope("cancel", Set.of(Effect.READ), Set.of(), Set.of())),
                    allow("other-place", new Scope(PARENT, Set.of(), Set.of(), elsewhere())),
                    allow("nobody", new Scope(ITSELF, EFFECT, nobody(), HERE)))
                .decide(ASK))
        .isEqualTo(nothing);
  }

  @Test
  void aRuleOfAnotherRoleIsNotAboutThem() {
    Policy policy = policy(allow("cancellers", new Scope(PARENT, Set.of(), ROLE, Set.of())));
    assertThat(policy.decide(ASK).isAllowed()).isTrue();
    assertThat(policy.decide(new Ask(EVE, CHANNEL, ASK.path(), ASK.effect())).isAllowed())
        .isFalse();
  }

  @Test
  void equallySpecificRulesThatDifferDenyAndAreNamed() {
    Scope scope = new Scope(ITSELF, Set.of(), Set.of(), Set.of());
    Policy policy =
        policy(allow("everybody", Scope.everything()), allow("yes", scope), deny("no", scope));
    assertThat(policy.decide(ASK))
        .isEqualTo(
            new Decision.Denied(
                Decision.Reason.RULES_CONTRADICT,
                List.of(new RuleRef("yes", 2), new RuleRef("no", 3))));
  }

  @Test
  void equallySpecificRulesOfOtherTermsDeny() {
    Scope scope = new Scope(ITSELF, Set.of(), Set.of(), Set.of());
    PolicyRule held =
        new PolicyRule(new RuleRef("held", 1), scope, new PolicyRule.Ruling.Allow(hold()));
    assertThat(policy(held, allow("at-once", scope)).decide(ASK).isAllowed()).isFalse();
  }

  @Test
  void equallySpecificRulesThatSayTheSameCountAsTheFirst() {
    Scope scope = new Scope(ITSELF, Set.of(), Set.of(), Set.of());
    assertThat(policy(allow("one", scope), allow("other", scope)).decide(ASK))
        .isEqualTo(new Decision.Allowed(new RuleRef("one", 1), Terms.none()));
    assertThat(policy(deny("one", scope), deny("other", scope)).decide(ASK))
        .isEqualTo(
            new Decision.Denied(
                Decision.Reason.RULE_DENIES,
                List.of(new RuleRef("one", 1), new RuleRef("other", 2))));
  }

  @Test
  void theClosestNameOfARuleCounts() {
    Scope both =
        new Scope(
            Set.of(CommandPath.of("cancel"), CommandPath.of("cancel server")),
            Set.of(),
            Set.of(),
            Set.of());
    Policy policy = policy(deny("parent", new Scope(PARENT, EFFECT, ROLE, HERE)), allow("x", both));
    assertThat(policy.decide(ASK).isAllowed()).isTrue();
  }

  @Test
  void aCommandOfOneWordIsNamedByItself() {
    Policy policy =
        policy(
            allow("pay", scope("pay", Set.of(), Set.of(), Set.of())),
            deny("money", scope("top-up", Set.of(Effect.MONEY), ROLE, HERE)));
    assertThat(
            policy.decide(new Ask(ANN, CHANNEL, CommandPath.of("pay"), Effect.MONEY)).isAllowed())
        .isTrue();
  }

  @Test
  void onlyWhatEndsSomethingIsHeldAndWhatReadsHasNoTerms() {
    Policy policy =
        policy(
            new PolicyRule(
                new RuleRef("held", 1),
                new Scope(PARENT, Set.of(), Set.of(), Set.of()),
                new PolicyRule.Ruling.Allow(hold())));
    assertThat(terms(policy, Effect.DESTRUCTIVE).hold()).contains(Duration.ofMinutes(10));
    assertThat(terms(policy, Effect.WRITE).hold()).isEmpty();
    assertThat(terms(policy, Effect.WRITE).limits().areNone()).isFalse();
    assertThat(terms(policy, Effect.READ)).isEqualTo(Terms.none());
  }

  @Test
  void twoRulesOfOneNameAreRefused() {
    List<PolicyRule> rules =
        List.of(allow("one", Scope.everything()), deny("one", Scope.everything()));
    assertThatThrownBy(() -> new Policy(rules)).isInstanceOf(IllegalArgumentException.class);
  }

  // ---- Laws

  @Property(tries = 300)
  void theOrderOfTheFileDecidesNothing(@ForAll("rulings") List<Boolean> rulings) {
    List<Scope> ladder = ladder();
    List<PolicyRule> rules =
        Stream.iterate(0, i -> i < rulings.size(), i -> i + 1)
            .map(
                i ->
                    rulings.get(i)
                        ? allow("rule-" + i, ladder.get(i * 7 % ladder.size()))
                        : deny("rule-" + i, ladder.get(i * 7 % ladder.size())))
            .toList();
    assertThat(new Policy(rules.reversed()).decide(ASK).isAllowed())
        .isEqualTo(new Policy(rules).decide(ASK).isAllowed());
  }

  @Property(tries = 300)
  void oneMoreRuleThatDeniesNeverAllowsAnything(
      @ForAll("rulings") List<Boolean> rulings, @ForAll("scopes") Scope scope) {
    List<Scope> ladder = ladder();
    List<PolicyRule> rules =
        Stream.iterate(0, i -> i < rulings.size(), i -> i + 1)
            .map(
                i ->
                    rulings.get(i)
                        ? allow("rule-" + i, ladder.get(i * 5 % ladder.size()))
                        : deny("rule-" + i, ladder.get(i * 5 % ladder.size())))
            .toList();
    boolean before = new Policy(rules).decide(ASK).isAllowed();
    boolean after =
        new Policy(Stream.concat(rules.stream(), Stream.of(deny("more", scope))).toList())
            .decide(ASK)
            .isAllowed();
    assertThat(before || !after).isTrue();
  }

  @Provide
  Arbitrary<List<Boolean>> rulings() {
    return Arbitraries.of(true, false).list().ofMaxSize(12);
  }

  @Provide
  Arbitrary<Scope> scopes() {
    return Combinators.combine(
            Arbitraries.of(Set.<CommandPath>of(), PARENT, ITSELF),
            Arbitraries.of(Set.<Effect>of(), EFFECT),
            Arbitraries.of(Set.<Role>of(), ROLE, nobody()),
            Arbitraries.of(Set.<Spot>of(), KIND, HERE, elsewhere()))
        .as(Scope::new);
  }

  // ---- Pieces

  private static Terms terms(Policy policy, Effect effect) {
    return policy.decide(new Ask(ANN, CHANNEL, CommandPath.of("cancel server"), effect))
            instanceof Decision.Allowed(var _, Terms terms)
        ? terms
        : Terms.none();
  }

  private static Terms hold() {
    CurrencyCode euro = new CurrencyCode("EUR");
    return new Terms(
        new Limits(Map.of(euro, Money.of("5", "EUR")), Map.of()),
        Optional.empty(),
        Optional.of(Duration.ofMinutes(10)));
  }

  private static Set<Role> nobody() {
    return Set.of(new Role("nobody", Set.of()));
  }

  private static Set<Spot> elsewhere() {
    return Set.of(
        new Spot.OfKind(Place.Kind.PUBLIC_CHANNEL), new Spot.InChannel(new ChannelId("C2")));
  }

  private static Scope scope(String command, Set<Effect> effects, Set<Role> roles, Set<Spot> at) {
    return new Scope(Set.of(CommandPath.of(command)), effects, roles, at);
  }

  private static PolicyRule allow(String name, Scope scope) {
    return new PolicyRule(new RuleRef(name, 1), scope, new PolicyRule.Ruling.Allow(Terms.none()));
  }

  private static PolicyRule deny(String name, Scope scope) {
    return new PolicyRule(new RuleRef(name, 1), scope, new PolicyRule.Ruling.Deny());
  }

  /** The rules, each on a line of its own. */
  private static Policy policy(PolicyRule... rules) {
    return new Policy(
        Stream.iterate(0, i -> i < rules.length, i -> i + 1)
            .map(
                i ->
                    new PolicyRule(
                        new RuleRef(rules[i].ref().name(), i + 1),
                        rules[i].scope(),
                        rules[i].ruling()))
            .toList());
  }

  // ---- Members

  @Test
  void aGroupOfThePlatformIsKnownWhereItIsToldAndNeverInADirectMessage() {
    Role staff = new Role("staff", Set.of(new Member.Group(Platform.SLACK, "S1")));
    Caller slack = new Caller(Platform.SLACK, "T1", "U1");
    Caller discord = new Caller(Platform.DISCORD, null, "80351110224678912");
    Set<String> groups = Set.of("S1", "S2");

    assertThat(staff.has(slack, new Place(Place.Kind.PUBLIC_CHANNEL, "C1", groups))).isTrue();
    assertThat(staff.has(slack, new Place(Place.Kind.PUBLIC_CHANNEL, "C1", Set.of("S2"))))
        .isFalse();
    assertThat(staff.has(slack, new Place(Place.Kind.DIRECT_MESSAGE, "D1"))).isFalse();
    assertThat(staff.has(slack, new Place(Place.Kind.DIRECT_MESSAGE, "D1", groups))).isFalse();
    assertThat(staff.has(discord, new Place(Place.Kind.PUBLIC_CHANNEL, "C1", groups))).isFalse();
  }

  @Test
  void aPersonIsThatPersonEverywhereAndNobodyElse() {
    Role role = new Role("one", Set.of(new Member.Person(new Caller(Platform.SLACK, "T1", "U1"))));
    Place direct = new Place(Place.Kind.DIRECT_MESSAGE, "D1");
    assertThat(role.has(new Caller(Platform.SLACK, "T1", "U1"), direct)).isTrue();
    assertThat(role.has(new Caller(Platform.SLACK, "T2", "U1"), direct)).isFalse();
    assertThat(role.has(Caller.local("U1"), direct)).isFalse();
  }

  @Test
  void everybodyIsEverybody() {
    Role role = new Role("all", Set.of(new Member.Everybody()));
    assertThat(role.has(EVE, CHANNEL)).isTrue();
    assertThat(new Role("none", Set.of()).has(EVE, CHANNEL)).isFalse();
  }
}
