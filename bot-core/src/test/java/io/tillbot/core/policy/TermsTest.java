package io.tillbot.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Platform;
import io.tillbot.core.billing.model.CurrencyCode;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.operation.Commitment;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.operation.OperationId;
import io.tillbot.core.operation.State;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the terms of a rule mean for one operation. */
class TermsTest {
  private static final Commitment OPEN = Commitment.open();
  private static final Commitment NOTHING = Commitment.nothing();
  private static final Gatekeeper GATEKEEPER = new Gatekeeper(() -> new Policy(List.of()));
  private static final Caller ANN = Caller.local("ann");
  private static final Caller BOSS = Caller.local("boss");
  private static final Place TERMINAL = Place.terminal();

  // ---- Limits

  @ParameterizedTest
  @CsvSource({"499.99, true", "500, true", "500.00, true", "500.01, false", "0.001, true"})
  void atOnceUpToTheLimitIsAllowed(String amount, boolean isAllowed) {
    Terms terms = limited(amounts("500 EUR"), Map.of());
    assertThat(judge(terms, amount + " EUR") instanceof Verdict.Cleared).isEqualTo(isAllowed);
  }

  @Test
  void tooMuchAtOnceSaysHowMuchIsAllowedAndLeft() {
    Terms terms = limited(amounts("500 EUR"), amounts("2000 EUR"));
    assertThat(judge(terms, money("500.01 EUR"), money("1800 EUR")))
        .isEqualTo(
            new Verdict.OverOperation(
                money("500.01 EUR"), money("500 EUR"), Optional.of(money("200 EUR"))));
  }

  @ParameterizedTest
  @CsvSource({"200, true", "200.01, false"})
  void ofADayWhatIsLeftIsAllowed(String amount, boolean isAllowed) {
    Terms terms = limited(Map.of(), amounts("2000 EUR"));
    Verdict verdict = judge(terms, money(amount + " EUR"), money("1800 EUR"));
    assertThat(verdict instanceof Verdict.Cleared).isEqualTo(isAllowed);
    if (!isAllowed) {
      assertThat(verdict)
          .isEqualTo(new Verdict.OverDay(money("200.01 EUR"), money("2000 EUR"), money("200 EUR")));
    }
  }

  @Test
  void whatIsLeftIsNeverLessThanNothing() {
    Terms terms = limited(Map.of(), amounts("100 EUR"));
    assertThat(judge(terms, money("1 EUR"), money("300 EUR")))
        .isEqualTo(new Verdict.OverDay(money("1 EUR"), money("100 EUR"), money("0 EUR")));
  }

  @Test
  void otherCurrenciesAreCountedApart() {
    Terms terms = limited(Map.of(), amounts("100 EUR", "100 USD"));
    assertThat(judge(terms, money("100 USD"), money("100 EUR")))
        .isInstanceOf(Verdict.Cleared.class);
  }

  @Test
  void aCurrencyThatALimitDoesNotNameIsDenied() {
    Terms terms = limited(amounts("500 EUR", "500 USD"), amounts("2000 EUR", "2000 GBP"));
    for (String amount : List.of("1 USD", "1 GBP", "1 RUB", "1 XXX")) {
      assertThat(judge(terms, amount))
          .isEqualTo(new Verdict.OtherCurrency(money(amount), new TreeSet<>(Set.of("EUR"))));
    }
  }

  @Test
  void anUnknownAmountExceedsEveryLimit() {
    for (Terms terms :
        List.of(limited(amounts("500 EUR"), Map.of()), limited(Map.of(), amounts("2000 EUR")))) {
      assertThat(terms.judge(OPEN, Reserved.nothing())).isEqualTo(new Verdict.UnknownAmount());
    }
    assertThat(Terms.none().judge(OPEN, Reserved.nothing())).isEqualTo(new Verdict.Cleared());
  }

  @Test
  void whatMovesNothingExceedsNoLimit() {
    Terms terms = limited(amounts("0 EUR"), amounts("0 EUR"));
    assertThat(terms.judge(NOTHING, Reserved.nothing())).isEqualTo(new Verdict.Cleared());
  }

  @Test
  void withoutLimitsAnyAmountIsAllowed() {
    assertThat(judge(Terms.none(), "1000000 RUB")).isEqualTo(new Verdict.Cleared());
  }

  @Test
  void anAmountOfAnotherCurrencyIsNoLimit() {
    Map<CurrencyCode, Money> crossed = Map.of(new CurrencyCode("EUR"), money("5 USD"));
    assertThatThrownBy(() -> new Limits(crossed, Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 300)
  void whatIsClearedNeverLeavesTheDayOverItsLimit(
      @ForAll @BigRange(min = "0.01", max = "3000") @Scale(2) BigDecimal asked,
      @ForAll @BigRange(min = "0", max = "3000") @Scale(2) BigDecimal spent) {
    Terms terms = limited(Map.of(), amounts("2000 EUR"));
    Verdict verdict = judge(terms, money(asked + " EUR"), money(spent + " EUR"));
    boolean fits = asked.add(spent).compareTo(new BigDecimal("2000")) <= 0;
    assertThat(verdict instanceof Verdict.Cleared).isEqualTo(fits);
  }

  // ---- Approval

  @Test
  void withoutAThresholdSomebodyAlwaysHasToAgree() {
    Terms terms = approved(Map.of());
    for (Commitment commitment : List.of(NOTHING, OPEN, Commitment.of(money("0.01 EUR")))) {
      assertThat(terms.judge(commitment, Reserved.nothing()))
          .isInstanceOf(Verdict.NeedsApproval.class);
    }
  }

  @Test
  void aboveTheThresholdSomebodyHasToAgree() {
    Terms terms = approved(amounts("100 EUR"));
    assertThat(judge(terms, "100 EUR")).isInstanceOf(Verdict.Cleared.class);
    assertThat(judge(terms, "100.01 EUR")).isInstanceOf(Verdict.NeedsApproval.class);
    assertThat(judge(terms, "1 USD")).isInstanceOf(Verdict.NeedsApproval.class);
    assertThat(terms.judge(OPEN, Reserved.nothing())).isInstanceOf(Verdict.NeedsApproval.class);
    assertThat(terms.judge(NOTHING, Reserved.nothing())).isInstanceOf(Verdict.Cleared.class);
  }

  @Test
  void nobodyIsAskedAboutWhatALimitForbids() {
    Terms terms =
        new Terms(
            new Limits(amounts("10 EUR"), Map.of()),
            approved(Map.of()).approval(),
            Optional.empty());
    assertThat(judge(terms, "11 EUR")).isInstanceOf(Verdict.OverOperation.class);
    assertThat(judge(terms, "10 EUR")).isInstanceOf(Verdict.NeedsApproval.class);
  }

  @Test
  void nobodyAgreesToTheirOwn() {
    Terms terms = approved(Map.of());
    assertThat(GATEKEEPER.mayApprove(BOSS, TERMINAL, terms, ANN)).isTrue();
    assertThat(GATEKEEPER.mayApprove(BOSS, TERMINAL, terms, BOSS)).isFalse();
    assertThat(GATEKEEPER.mayApprove(Caller.local("eve"), TERMINAL, terms, ANN)).isFalse();
    assertThat(GATEKEEPER.mayApprove(BOSS, TERMINAL, Terms.none(), ANN)).isFalse();
  }

  @Test
  void anApproverByAGroupIsNoneInADirectMessage() {
    Role bosses = new Role("bosses", Set.of(new Member.Group(Platform.SLACK, "S1")));
    Terms terms =
        new Terms(
            Limits.none(),
            Optional.of(new Approval(List.of(bosses), Optional.empty(), Map.of())),
            Optional.empty());
    Caller boss = new Caller(Platform.SLACK, "T1", "U1");
    Place channel = new Place(Place.Kind.PRIVATE_CHANNEL, "C1", Set.of("S1"));
    Place direct = new Place(Place.Kind.DIRECT_MESSAGE, "D1");
    assertThat(GATEKEEPER.mayApprove(boss, channel, terms, ANN)).isTrue();
    assertThat(GATEKEEPER.mayApprove(boss, direct, terms, ANN)).isFalse();
  }

  // ---- The day

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @Test
  void aDayIsOneOfUtcFromMidnightToMidnight() {
    List<Operation> operations =
        List.of(
            confirmed("1", "1 EUR", "2026-11-22T23:59:59.999Z"),
            confirmed("2", "2 EUR", "2026-11-23T00:00:00Z"),
            confirmed("3", "4 EUR", "2026-11-23T23:59:59.999Z"),
            confirmed("4", "8 EUR", "2026-11-24T00:00:00Z"),
            confirmed("5", "16 USD", "2026-11-23T12:00:00Z"));
    Reserved reserved = Reserved.on(TODAY, operations, Optional.empty());
    assertThat(reserved.in(new CurrencyCode("EUR"))).isEqualTo(money("6 EUR"));
    assertThat(reserved.in(new CurrencyCode("USD"))).isEqualTo(money("16 USD"));
    assertThat(reserved.in(new CurrencyCode("RUB"))).isEqualTo(money("0 RUB"));
    assertThat(Reserved.beginning(TODAY)).isEqualTo("2026-11-23T00:00:00Z");
    assertThat(Reserved.day(Instant.parse("2026-11-23T23:59:59Z"))).isEqualTo(TODAY);
  }

  @Test
  void theOneThatIsJudgedDoesNotStandInItsOwnWay() {
    Operation own = confirmed("1", "300 EUR", "2026-11-23T12:00:00Z");
    Operation other = confirmed("2", "200 EUR", "2026-11-23T13:00:00Z");
    Reserved reserved = Reserved.on(TODAY, List.of(own, other), Optional.of(own.id()));
    assertThat(reserved.in(new CurrencyCode("EUR"))).isEqualTo(money("200 EUR"));
  }

  @ParameterizedTest
  @EnumSource(
      value = State.class,
      names = {"EXPIRED", "WITHDRAWN", "REJECTED", "STALE"})
  void whatWasNeverSentGivesItsAmountBack(State end) {
    Operation operation =
        confirmed("1", "300 EUR", "2026-11-23T12:00:00Z")
            .to(end, Instant.parse("2026-11-23T12:01:00Z"));
    assertThat(Reserved.on(TODAY, List.of(operation), Optional.empty()))
        .isEqualTo(Reserved.nothing());
  }

  @Test
  void whatIsUnknownStillCounts() {
    Instant later = Instant.parse("2026-11-24T12:00:00Z");
    Operation operation =
        confirmed("1", "300 EUR", "2026-11-23T12:00:00Z")
            .to(State.SENDING, later)
            .to(State.UNKNOWN, later);
    assertThat(Reserved.on(TODAY, List.of(operation), Optional.empty()).in(new CurrencyCode("EUR")))
        .isEqualTo(money("300 EUR"));
  }

  private static Operation confirmed(String digit, String amount, String at) {
    return new Operation(
            OperationId.of(digit.repeat(OperationId.LENGTH)),
            0,
            ANN,
            new AccountName("77@whmcs_eu"),
            "pay",
            Set.of(),
            Commitment.of(money(amount)),
            Optional.empty(),
            Optional.empty(),
            0,
            List.of(new Operation.Passage(State.PROPOSED, Instant.parse(at).minusSeconds(30))),
            Map.of())
        .to(State.CONFIRMED, Instant.parse(at));
  }

  // ---- Pieces

  private static Verdict judge(Terms terms, String amount) {
    return judge(terms, money(amount), money("0 EUR"));
  }

  private static Verdict judge(Terms terms, Money amount, Money spent) {
    return GATEKEEPER.judge(
        terms, Commitment.of(amount), new Reserved(Map.of(spent.currency(), spent)));
  }

  private static Terms limited(
      Map<CurrencyCode, Money> perOperation, Map<CurrencyCode, Money> perDay) {
    return new Terms(new Limits(perOperation, perDay), Optional.empty(), Optional.empty());
  }

  private static Terms approved(Map<CurrencyCode, Money> above) {
    Role boss = new Role("boss", Set.of(new Member.Person(BOSS)));
    return new Terms(
        Limits.none(),
        Optional.of(new Approval(List.of(boss), Optional.empty(), above)),
        Optional.empty());
  }

  private static Map<CurrencyCode, Money> amounts(String... amounts) {
    return Stream.of(amounts)
        .map(TermsTest::money)
        .collect(Collectors.toMap(Money::currency, Function.identity()));
  }

  private static Money money(String amount) {
    String[] halves = amount.split(" ", 2);
    return Money.of(halves[0], halves[1]);
  }
}
