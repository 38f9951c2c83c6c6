package io.tillbot.core.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tillbot.core.access.Credential;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Secret;
import io.tillbot.core.billing.BillingApi;
import io.tillbot.core.command.Handler;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.support.LogCapture;
import io.tillbot.core.support.PreparedChange;
import io.tillbot.core.support.ScriptedBilling;
import io.tillbot.core.support.TestBot;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every change, made again from the texts that are written down of it. */
class RecallTest {
  private static final Recollection NOTHING = new Recollection(new Snapshot(Map.of()), Map.of());

  private final LogCapture log = LogCapture.of(Recalled.class);

  @AfterEach
  void letLogsGo() {
    log.close();
  }

  static Stream<RecallCase> cases() {
    return Stream.of(
            MoneyCases.all(),
            Stream.of(MoneyCases.hiddenMassPayment()),
            ServerCases.all(),
            PersonCases.all())
        .flatMap(all -> all);
  }

  @Test
  void everyCommandThatChangesSomethingIsTried() {
    List<String> paths =
        TestBot.unlinked().catalogue().registry().commands().stream()
            .filter(command -> command.handler() instanceof Handler.ChangesAccount)
            .map(command -> command.spec().path().toString())
            .toList();
    assertThat(cases().map(one -> one.prepared().command().spec().path().toString()).distinct())
        .containsExactlyInAnyOrderElementsOf(paths);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void itSaysWhatItConcernsAndHowMuchItMoves(RecallCase one) {
    Change<?> change = one.prepared().change();
    assertThat(change.targets())
        .extracting(Target::key)
        .containsExactlyInAnyOrderElementsOf(one.targets());
    assertThat(change.commitment()).isEqualTo(one.commitment());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aLookFindsWhatTheTableSays(RecallCase one) {
    Change<?> change = one.prepared().change();
    assertThat(look(change, one.done())).isInstanceOf(one.whenDone());
    assertThat(look(change, one.before())).isInstanceOf(one.whenNot());
    assertThat(look(change, PreparedChange::outage)).isInstanceOf(Finding.Unproven.class);
  }

  /** What the billing system's document calls safe to send again, and nothing else. */
  @Test
  void onlyWhatCanBeSentAgainWithoutHarmIsEverFoundNotDone() {
    assertThat(
            cases()
                .filter(one -> one.whenNot() == Finding.NotDone.class)
                .map(one -> one.prepared().command().spec().path().toString())
                .distinct())
        .containsExactlyInAnyOrder(
            "/cancel undo", "/contact delete", "/contact edit", "/account edit");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void anotherProcessTellsTheSameOfIt(RecallCase one) {
    PreparedChange prepared = one.prepared();
    Change<?> recalled = recalled(prepared);
    assertThat(recalled.subject()).isEqualTo(prepared.change().subject());
    assertThat(whereToLook(recalled)).isEqualTo(whereToLook(prepared.change()));
    assertThat(recalled.targets()).isEqualTo(prepared.change().targets());
    assertThat(recalled.commitment()).isEqualTo(prepared.change().commitment());
    assertThat(recalled.memory()).isEqualTo(prepared.change().memory());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void anotherProcessFindsTheSame(RecallCase one) {
    PreparedChange prepared = one.prepared();
    Change<?> recalled = recalled(prepared);
    for (CreditTrail trail : CreditTrail.values()) {
      for (Consumer<ScriptedBilling> state : states(one)) {
        for (Optional<Object> told : List.of(Optional.empty(), Optional.of(one.told()))) {
          assertThat(PreparedChange.find(recalled, told, state, trail))
              .isEqualTo(PreparedChange.find(prepared.change(), told, state, trail));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whereAMemoryIsLostNothingIsProven(RecallCase one) {
    PreparedChange prepared = one.prepared();
    Recollection whole = prepared.recollection();
    for (String name : whole.memory().keySet()) {
      Map<String, String> memory = new HashMap<>(whole.memory());
      memory.remove(name);
      assertProvesNothing(one, prepared, new Recollection(whole.agreed(), memory));
    }
    assertProvesNothing(one, prepared, NOTHING);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whereAFactIsLostNoMoreIsProven(RecallCase one) {
    PreparedChange prepared = one.prepared();
    Recollection whole = prepared.recollection();
    for (Fact fact : whole.agreed().facts().keySet()) {
      Map<Fact, String> facts = new EnumMap<>(whole.agreed().facts());
      facts.remove(fact);
      assertProvesNoMore(one, prepared, new Recollection(new Snapshot(facts), whole.memory()));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatCannotBeReadIsNoFault(RecallCase one) {
    PreparedChange prepared = one.prepared();
    Recollection whole = prepared.recollection();
    for (String broken : List.of("?", "", "1 x", "99999999999999999999", "-1")) {
      for (Fact fact : whole.agreed().facts().keySet()) {
        Map<Fact, String> facts = new EnumMap<>(whole.agreed().facts());
        facts.put(fact, broken);
        assertSays(prepared, new Recollection(new Snapshot(facts), whole.memory()), one);
      }
      for (String name : whole.memory().keySet()) {
        Map<String, String> memory = new HashMap<>(whole.memory());
        memory.put(name, broken);
        assertSays(prepared, new Recollection(whole.agreed(), memory), one);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatIsRecalledIsNeverShownNorSent(RecallCase one) {
    PreparedChange prepared = one.prepared();
    ScriptedBilling billing = new ScriptedBilling();
    BillingApi api = billing.open(new Credential.Token(Secret.of("fake-token")));
    for (Change<?> recalled :
        List.of(recalled(prepared), prepared.recalled(prepared.words(), NOTHING))) {
      assertThatIllegalStateException().isThrownBy(recalled::preview);
      assertThatIllegalStateException().isThrownBy(recalled::snapshot);
      assertThatIllegalStateException().isThrownBy(() -> recalled.send(api.writes()));
    }
    assertThat(billing.requests()).isEmpty();
  }

  @Test
  void whatCannotBeRecalledConcernsEverythingAndIsMoreThanEveryLimit() {
    PreparedChange prepared = cases().findFirst().orElseThrow().prepared();
    Change<?> lost = prepared.recalled(prepared.words(), NOTHING);
    assertThat(lost.targets()).containsExactly(Target.client());
    assertThat(lost.commitment()).isEqualTo(Commitment.open());
  }

  @Test
  void whatCannotBeReadIsLoggedWithoutSayingIt() {
    PreparedChange prepared = cases().findFirst().orElseThrow().prepared();
    Map<Fact, String> facts = new EnumMap<>(prepared.recollection().agreed().facts());
    facts.put(Fact.STATUS, "something private");
    prepared.recalled(
        prepared.words(), new Recollection(new Snapshot(facts), prepared.recollection().memory()));
    assertThat(log.lines())
        .containsExactly("cannot be recalled: pay.title (java.lang.IllegalArgumentException)");
  }

  private static void assertProvesNothing(
      RecallCase one, PreparedChange prepared, Recollection recollection) {
    Change<?> recalled = prepared.recalled(prepared.words(), recollection);
    assertThat(states(one))
        .allSatisfy(
            state ->
                assertThat(look(recalled, state))
                    .as("with %s", recollection)
                    .isInstanceOf(Finding.Unproven.class));
    whereToLook(recalled);
  }

  private static void assertProvesNoMore(
      RecallCase one, PreparedChange prepared, Recollection recollection) {
    Change<?> recalled = prepared.recalled(prepared.words(), recollection);
    assertThat(states(one))
        .allSatisfy(
            state ->
                assertThat(look(recalled, state).getClass())
                    .as("with %s", recollection)
                    .isIn(look(prepared.change(), state).getClass(), Finding.Unproven.class));
  }

  /** Whatever it finds, it throws nothing, and says where to look. */
  private static void assertSays(
      PreparedChange prepared, Recollection recollection, RecallCase one) {
    Change<?> recalled = prepared.recalled(prepared.words(), recollection);
    states(one).forEach(state -> look(recalled, state));
    whereToLook(recalled);
  }

  private static List<Consumer<ScriptedBilling>> states(RecallCase one) {
    return List.of(one.done(), one.before(), PreparedChange::outage);
  }

  /** By way of the ledger, which keeps texts. */
  private static Change<?> recalled(PreparedChange prepared) {
    Intent kept =
        Intent.of(new Intent(prepared.words(), Place.terminal(), prepared.recollection()).facts())
            .orElseThrow();
    return prepared.recalled(kept.words(), kept.recollection());
  }

  private static Finding look(Change<?> change, Consumer<ScriptedBilling> state) {
    return PreparedChange.find(change, Optional.empty(), state, CreditTrail.CLEAR);
  }

  private static Reply whereToLook(Change<?> change) {
    Reply.Builder card = Reply.card(Text.of("test.title"));
    change.whereToLook(card);
    return card.build();
  }
}
