package io.tillbot.core;

import static io.tillbot.core.support.TestBot.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.support.AllowAll;
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
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A message that a platform delivers twice, or whose process dies, has one effect and an answer.
 */
class DeliveredMessagesTest {
  private static final Destination CHANNEL =
      new Destination(Platform.SLACK, Map.of("address", "https://hooks.example.com/secret"));
  private static final List<String> CREDIT_READS =
      List.of("GetClient", "GetCredits", "GetInvoices");

  private final SteppedClock clock = new SteppedClock(Instant.parse("2026-11-23T12:00:00Z"));
  private final InMemoryStore store = new InMemoryStore(clock);
  private final InMemoryCredentialVault vault = new InMemoryCredentialVault(clock);
  private final ScriptedBilling billing = new ScriptedBilling();
  private final Means means = TestMeans.of(store, vault, billing, AllowAll.gatekeeper(), clock);
  private final Bot bot = replica();
  private final List<Outcome> repeated = new ArrayList<>();
  private final Messenger messenger = (_, outcome) -> repeated.add(outcome);

  private Bot replica() {
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

    assertThat(bot.receive(typed("/credit"), into(answers))).isTrue();
    assertThat(bot.receive(typed("/credit"), into(answers))).as("delivered again").isFalse();
    assertThat(replica().receive(typed("/credit"), into(answers))).as("elsewhere").isFalse();

    assertThat(answers).hasSize(1);
    assertThat(reads()).containsExactlyInAnyOrderElementsOf(CREDIT_READS);
  }

  @Test
  void anotherKeyIsAnotherMessage() {
    List<Outcome> answers = new ArrayList<>();
    bot.receive(typed("/credit"), into(answers));
    bot.receive(
        new Delivered("slack/2", typed("/credit").message(), Optional.empty()), into(answers));
    assertThat(answers).hasSize(2);
  }

  @Test
  void nobodyAnswersAgainWhileSomebodyHasIt() {
    dieWhileAnswering(typed("/credit"));
    clock.pass(Lifetimes.usual().delivery().minusSeconds(1));
    assertThat(bot.answerLeft(messenger)).isZero();
    assertThat(repeated).isEmpty();
  }

  @Test
  void aReadWhoseProcessDiedIsDoneAgainAndAnsweredWhereItCameFrom() {
    dieWhileAnswering(typed("/credit"));
    clock.pass(Lifetimes.usual().delivery());

    assertThat(replica().answerLeft(messenger)).isOne();

    assertThat(repeated).singleElement().isInstanceOf(Outcome.Answered.class);
    clock.pass(Lifetimes.usual().delivery());
    assertThat(bot.answerLeft(messenger)).as("it has come to its end").isZero();
  }

  @Test
  void aMessageThatNeverComesToAnEndIsGivenUp() {
    dieWhileAnswering(typed("/credit"));
    Messenger deaf =
        (_, _) -> {
          throw new IllegalStateException("the platform does not listen");
        };
    for (int tries = 0; tries < 5; tries++) {
      clock.pass(Lifetimes.usual().delivery());
      bot.answerLeft(deaf);
    }
    assertThat(reads()).as("three tries in all").hasSize(3 * CREDIT_READS.size());
    clock.pass(Lifetimes.usual().delivery());
    assertThat(bot.answerLeft(deaf)).isZero();
  }

  @Test
  void aConfirmedChangeGoesOnFromTheLedgerAndIsNeverSentTwice() {
    TicketId ticket = topUp();
    dieWhileAnswering(pressed(Pressed.Kind.CONFIRM, ticket));
    assertThat(topUps()).hasSize(1);
    clock.pass(Lifetimes.usual().delivery());

    bot.answerLeft(messenger);

    assertThat(topUps()).as("sent once").hasSize(1);
    assertThat(repeated).singleElement().isInstanceOf(Outcome.Refused.class);
    assertThat(Words.of(repeated.getFirst().reply().title()))
        .isEqualTo("operation.title(op-0000000001)");
  }

  @Test
  void aPressThatWasDeliveredTwiceHasOneEffect() {
    TicketId ticket = topUp();
    List<Outcome> answers = new ArrayList<>();
    bot.receive(pressed(Pressed.Kind.CONFIRM, ticket), into(answers));
    replica().receive(pressed(Pressed.Kind.CONFIRM, ticket), into(answers));
    assertThat(answers).hasSize(1);
    assertThat(topUps()).hasSize(1);
  }

  @Test
  void stoppingIsDeliveredToo() {
    TicketId ticket = topUp();
    List<Outcome> answers = new ArrayList<>();
    bot.receive(pressed(Pressed.Kind.STOP, ticket), into(answers));
    assertThat(answers).singleElement().isInstanceOf(Outcome.Answered.class);
    assertThat(state()).isEqualTo(State.WITHDRAWN);
  }

  @Test
  void whatIsKeptOfAMessageComesBackWhole() {
    Delivered delivered =
        new Delivered(
            "discord/77",
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
        "slack/1",
        new Invocation(ANN, Place.terminal(), new Invocation.Line(line)),
        Optional.of(CHANNEL));
  }

  private static Delivered pressed(Pressed.Kind kind, TicketId ticket) {
    return new Delivered(
        "slack/press",
        new Pressed(kind, new Press(ANN, Place.terminal(), ticket)),
        Optional.of(CHANNEL));
  }

  private static Consumer<Stepped> into(List<Outcome> answers) {
    return stepped -> answers.add(stepped.answer().outcome());
  }

  /** The answer is never handed over, as when the process dies just before. */
  private void dieWhileAnswering(Delivered delivered) {
    assertThatThrownBy(
            () ->
                bot.receive(
                    delivered,
                    _ -> {
                      throw new OutOfMemoryError("died");
                    }))
        .isInstanceOf(OutOfMemoryError.class);
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
