package io.tillbot.core;

import static io.tillbot.core.support.TestBot.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.InMemoryCredentialVault;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Platform;
import io.tillbot.core.access.Secret;
import io.tillbot.core.access.SteppedClock;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.model.CreditBalance;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.billing.request.WriteRequest;
import io.tillbot.core.delivery.Delivery;
import io.tillbot.core.delivery.Destination;
import io.tillbot.core.execution.Lifetimes;
import io.tillbot.core.execution.Means;
import io.tillbot.core.operation.State;
import io.tillbot.core.port.Messenger;
import io.tillbot.core.port.Store;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.support.AllowAll;
import io.tillbot.core.support.FlakyStore;
import io.tillbot.core.support.InMemoryStore;
import io.tillbot.core.support.ScriptedBilling;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.TestMeans;
import io.tillbot.core.support.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A message that a platform delivers twice, or whose process dies, has one effect and an answer.
 */
class DeliveredMessagesTest {
  private static final Destination CHANNEL =
      new Destination(Platform.CONSOLE, Map.of("address", "https://hooks.example.com/secret"));
  private static final List<String> CREDIT_READS =
      List.of("GetClient", "GetCredits", "GetInvoices");

  private final SteppedClock clock = new SteppedClock(Instant.parse("2026-11-23T12:00:00Z"));
  private final InMemoryStore store = new InMemoryStore(clock);
  private final InMemoryCredentialVault vault = new InMemoryCredentialVault(clock);
  private final ScriptedBilling billing = new ScriptedBilling();
  private final Bot bot = replica();
  private final List<Outcome> repeated = new ArrayList<>();
  private final List<Messenger.Standing> standings = new ArrayList<>();
  private final Messenger messenger =
      (_, outcome, standing) -> {
        repeated.add(outcome);
        standings.add(standing);
      };

  private Bot replica() {
    return on(store);
  }

  private Bot on(Store other) {
    Means means = TestMeans.of(other, vault, billing, AllowAll.gatekeeper(), clock);
    return new Bot(
        new Catalogue(means, CatalogueSettings.defaults()), means, () -> TestBot.CORRELATION);
  }

  @BeforeEach
  void linked() {
    vault.store(ANN, TestBot.ACCOUNT, new Credential.Token(Secret.of("fake-token")));
    billing
        .always(ReadRequest.GetInvoices.class, new ApiResult.Done<>(Samples.list()))
        .always(ReadRequest.GetClient.class, new ApiResult.Done<>(Samples.client("EUR")))
        .always(
            ReadRequest.GetCredits.class,
            new ApiResult.Done<>(new CreditBalance(new BigDecimal("150.50"))));
  }

  @Test
  void aRepeatedMessageIsDoneOnceAndAnsweredOnce() {
    List<Outcome> answers = new ArrayList<>();

    assertThat(receive(bot, typed("/credit"), answers)).isTrue();
    assertThat(receive(bot, typed("/credit"), answers)).as("delivered again").isFalse();
    assertThat(receive(replica(), typed("/credit"), answers)).as("elsewhere").isFalse();

    assertThat(answers).hasSize(1);
    assertThat(reads()).containsExactlyInAnyOrderElementsOf(CREDIT_READS);
  }

  @Test
  void anotherKeyIsAnotherMessage() {
    List<Outcome> answers = new ArrayList<>();
    receive(bot, typed("/credit"), answers);
    receive(bot, new Delivered("console/2", typed("/credit").message(), Optional.empty()), answers);
    assertThat(answers).hasSize(2);
  }

  @Test
  void nobodyAnswersAgainWhileSomebodyHasIt() {
    dieWhileAnswering(typed("/credit"));
    clock.pass(Lifetimes.usual().delivery().minusSeconds(1));
    assertThat(bot.answerLeft(Platform.CONSOLE, messenger)).isZero();
    assertThat(repeated).isEmpty();
  }

  @Test
  void aReadWhoseProcessDiedIsDoneAgainAndAnsweredWhereItCameFrom() {
    dieWhileAnswering(typed("/credit"));
    clock.pass(Lifetimes.usual().delivery());

    assertThat(replica().answerLeft(Platform.CONSOLE, messenger)).isOne();

    assertThat(repeated).singleElement().isInstanceOf(Outcome.Answered.class);
    assertThat(Words.of(repeated.getFirst().reply().notes())).contains("bot.answered-again");
    assertThat(standings).containsExactly(Messenger.Standing.BESIDE);
    clock.pass(Lifetimes.usual().delivery());
    assertThat(bot.answerLeft(Platform.CONSOLE, messenger)).as("it has come to its end").isZero();
  }

  @Test
  void aMessageThatNeverComesToAnEndIsGivenUp() {
    dieWhileAnswering(typed("/credit"));
    Messenger deaf =
        (_, _, _) -> {
          throw new IllegalStateException("the platform does not listen");
        };
    for (int tries = 0; tries < 5; tries++) {
      clock.pass(Lifetimes.usual().delivery());
      bot.answerLeft(Platform.CONSOLE, deaf);
    }
    assertThat(reads()).as("three tries in all").hasSize(3 * CREDIT_READS.size());
    clock.pass(Lifetimes.usual().delivery());
    assertThat(bot.answerLeft(Platform.CONSOLE, deaf)).isZero();
  }

  @Test
  void messagesThatDoNotOpenAreGivenUpAndStandInNobodysWay() {
    for (int n = 0; n < 100; n++) {
      keep(new Delivery("console/damaged-" + n, 1, clock.instant(), Optional.empty(), Map.of()));
    }
    dieWhileAnswering(typed("/credit"));
    clock.pass(Lifetimes.usual().delivery());

    bot.answerLeft(Platform.CONSOLE, messenger);
    assertThat(repeated).as("the damaged ones come first").isEmpty();
    bot.answerLeft(Platform.CONSOLE, messenger);

    assertThat(repeated).singleElement().isInstanceOf(Outcome.Answered.class);
    clock.pass(Lifetimes.usual().delivery());
    assertThat(bot.answerLeft(Platform.CONSOLE, messenger)).as("all have ended").isZero();
  }

  private void keep(Delivery delivery) {
    store.write(unit -> unit.deliveries().claim(delivery, clock.instant()));
  }

  @Test
  void aConfirmedChangeGoesOnFromTheLedgerAndIsNeverSentTwice() {
    TicketId ticket = topUp();
    dieWhileAnswering(pressed(Pressed.Kind.CONFIRM, ticket));
    assertThat(topUps()).hasSize(1);
    clock.pass(Lifetimes.usual().delivery());

    bot.answerLeft(Platform.CONSOLE, messenger);

    assertThat(topUps()).as("sent once").hasSize(1);
    assertThat(repeated).singleElement().isInstanceOf(Outcome.Refused.class);
    assertThat(Words.of(repeated.getFirst().reply().title()))
        .isEqualTo("operation.title(op-0000000001)");
    assertThat(standings)
        .as("its buttons are used up")
        .containsExactly(Messenger.Standing.IN_PLACE);
  }

  @Test
  void aPressThatWasDeliveredTwiceHasOneEffect() {
    TicketId ticket = topUp();
    List<Outcome> answers = new ArrayList<>();
    receive(bot, pressed(Pressed.Kind.CONFIRM, ticket), answers);
    receive(replica(), pressed(Pressed.Kind.CONFIRM, ticket), answers);
    assertThat(answers).hasSize(1);
    assertThat(topUps()).hasSize(1);
  }

  @Test
  void aConfirmationThatWasNotBegunIsNotBegunLater() {
    TicketId ticket = topUp();
    bot.takeUp(pressed(Pressed.Kind.CONFIRM, ticket)).orElseThrow();
    clock.pass(Lifetimes.usual().delivery());

    bot.answerLeft(Platform.CONSOLE, messenger);

    assertThat(topUps()).as("whoever pressed may have done it anew").isEmpty();
    assertThat(Words.of(repeated.getFirst().reply().title())).isEqualTo("confirm.not-begun");
    assertThat(standings).as("its button still serves").containsExactly(Messenger.Standing.BESIDE);
    bot.confirm(new Press(ANN, Place.terminal(), ticket));
    assertThat(topUps()).hasSize(1);
  }

  @Test
  void whatChangesSomethingAtOnceIsNotDoneAgain() {
    vault.store(ANN, new AccountName("78@whmcs_eu"), new Credential.Token(Secret.of("fake-2")));
    bot.takeUp(typed("/billing use 77")).orElseThrow();
    clock.pass(Lifetimes.usual().delivery());

    bot.answerLeft(Platform.CONSOLE, messenger);

    assertThat(repeated).singleElement().isInstanceOf(Outcome.Unknown.class);
    assertThat(Words.of(repeated.getFirst().reply().title()))
        .isEqualTo("again.perhaps-done(/billing use)");
    assertThat(vault.inUse(ANN)).contains(new AccountName("78@whmcs_eu"));
  }

  @Test
  void aPressThatNoLongerServesLeavesItsMessageAsItIs() {
    TicketId ticket = topUp();
    bot.stop(new Press(ANN, Place.terminal(), ticket));
    dieWhileAnswering(pressed(Pressed.Kind.CONFIRM, ticket));
    clock.pass(Lifetimes.usual().delivery());
    bot.answerLeft(Platform.CONSOLE, messenger);
    assertThat(standings).containsExactly(Messenger.Standing.BESIDE);
  }

  @Test
  void whereTheStoreFailsNothingIsDoneAndThatIsSaid() {
    FlakyStore flaky = new FlakyStore(store);
    flaky.breakWrite(1, FlakyStore.Break.NOTHING_KEPT);
    List<Outcome> answers = new ArrayList<>();
    receive(on(flaky), typed("/credit"), answers);
    assertThat(answers).singleElement().isInstanceOf(Outcome.Unavailable.class);
    assertThat(reads()).isEmpty();
  }

  @Test
  void stoppingIsDeliveredToo() {
    TicketId ticket = topUp();
    List<Outcome> answers = new ArrayList<>();
    receive(bot, pressed(Pressed.Kind.STOP, ticket), answers);
    assertThat(answers).singleElement().isInstanceOf(Outcome.Answered.class);
    assertThat(state()).isEqualTo(State.WITHDRAWN);
  }

  @Test
  void aFormThatWasFilledInIsDeliveredToo() {
    billing.on(ReadRequest.GetInvoices.class, new ApiResult.Done<>(Samples.list()));
    List<Outcome> answers = new ArrayList<>();
    Delivered form = filledIn("top-up", Map.of("amount", "25"));
    assertThat(receive(bot, form, answers)).isTrue();
    assertThat(receive(replica(), form, answers)).as("delivered again").isFalse();
    assertThat(answers).singleElement().isInstanceOf(Outcome.NeedsConfirmation.class);
  }

  @Test
  void aFormThatChangesSomethingAtOnceIsNotDoneAgain() {
    bot.takeUp(filledIn("billing link-code", Map.of("code", "ABCD-3467"))).orElseThrow();
    clock.pass(Lifetimes.usual().delivery());
    bot.answerLeft(Platform.CONSOLE, messenger);
    assertThat(repeated).singleElement().isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void aSecretIsNeverKeptForADelivery() {
    Delivered form = filledIn("billing link", Map.of("secret", "canary"));
    assertThatIllegalArgumentException().isThrownBy(() -> bot.takeUp(form));
  }

  @Test
  void whatWasPerhapsSharedIsNotSharedAgain() {
    TicketId ticket = bot.offer(ANN, Step.line("/invoices"));
    bot.takeUp(pressed(Pressed.Kind.SHARE, ticket)).orElseThrow();
    clock.pass(Lifetimes.usual().delivery());
    bot.answerLeft(Platform.CONSOLE, messenger);
    assertThat(Words.of(repeated.getFirst().reply().title())).isEqualTo("share.perhaps");
    assertThat(reads()).isEmpty();
    assertThat(standings).containsExactly(Messenger.Standing.BESIDE);
  }

  private static Delivered filledIn(String command, Map<String, String> answers) {
    return new Delivered(
        "console/form",
        new FormAnswers(ANN, Place.terminal(), command, Map.of(), answers),
        Optional.of(CHANNEL));
  }

  @Test
  void whatIsKeptOfAFormComesBackWhole() {
    Delivered delivered =
        new Delivered(
            "console/78",
            new FormAnswers(
                ANN,
                new Place(Place.Kind.DIRECT_MESSAGE, "D1"),
                "contact edit",
                Map.of("id", "7"),
                Map.of("city", "Riga", "phone", "")),
            Optional.empty());
    Delivery kept =
        new Delivery(
            delivered.key(), 1, clock.instant(), Optional.empty(), DeliveredFacts.of(delivered));
    assertThat(DeliveredFacts.read(kept)).isEqualTo(delivered);
  }

  @Test
  void whatIsKeptOfAMessageComesBackWhole() {
    Delivered delivered =
        new Delivered(
            "console/77",
            new Invocation(
                ANN,
                new Place(Place.Kind.PRIVATE_CHANNEL, "C1", Set.of("R1", "R2")),
                new Invocation.Named("pay", Map.of("invoice", "12", "amount", "1"))),
            Optional.of(CHANNEL));
    Delivery kept =
        new Delivery(
            delivered.key(), 1, clock.instant(), Optional.empty(), DeliveredFacts.of(delivered));
    assertThat(DeliveredFacts.read(kept)).isEqualTo(delivered);
    assertThat(kept.toString() + CHANNEL).doesNotContain("secret");
  }

  private Delivered typed(String line) {
    return new Delivered(
        "console/1",
        new Invocation(ANN, Place.terminal(), new Invocation.Line(line)),
        Optional.of(CHANNEL));
  }

  private static Delivered pressed(Pressed.Kind kind, TicketId ticket) {
    return new Delivered(
        "console/press",
        new Pressed(kind, new Press(ANN, Place.terminal(), ticket)),
        Optional.of(CHANNEL));
  }

  /** Whether it was new. */
  private static boolean receive(Bot bot, Delivered delivered, List<Outcome> answers) {
    Optional<Received> received = bot.takeUp(delivered);
    received.ifPresent(
        mine -> {
          answers.add(mine.answer().answer().outcome());
          mine.answered();
        });
    return received.isPresent();
  }

  /** The answer is never handed over, as when the process dies just before. */
  private void dieWhileAnswering(Delivered delivered) {
    bot.takeUp(delivered).orElseThrow().answer();
  }

  private TicketId topUp() {
    billing
        .always(ReadRequest.GetInvoices.class, new ApiResult.Done<>(Samples.list()))
        .always(WriteRequest.CreateAddFunds.class, new ApiResult.Refused<>(Samples.refusal("no")));
    Outcome asked =
        bot.handle(new Invocation(ANN, Place.terminal(), new Invocation.Line("/top-up 25")))
            .outcome();
    if (asked instanceof Outcome.NeedsConfirmation(var _, TicketId ticket)) {
      return ticket;
    }
    throw new AssertionError(asked);
  }

  private State state() {
    return store
        .read(unit -> unit.operations().newest(ANN, EnumSet.allOf(State.class), 1))
        .getFirst()
        .state();
  }

  private List<Object> topUps() {
    return billing.requests().stream()
        .filter(WriteRequest.CreateAddFunds.class::isInstance)
        .toList();
  }

  private List<String> reads() {
    return billing.requests().stream().map(one -> one.getClass().getSimpleName()).toList();
  }
}
