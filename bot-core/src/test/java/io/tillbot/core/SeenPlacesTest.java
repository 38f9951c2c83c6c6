package io.tillbot.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.InMemoryCredentialVault;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Platform;
import io.tillbot.core.access.Secret;
import io.tillbot.core.access.SteppedClock;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.model.CreditBalance;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.delivery.Destination;
import io.tillbot.core.execution.Lifetimes;
import io.tillbot.core.execution.Means;
import io.tillbot.core.policy.Gatekeeper;
import io.tillbot.core.policy.Member;
import io.tillbot.core.policy.Policy;
import io.tillbot.core.policy.PolicyRule;
import io.tillbot.core.policy.Role;
import io.tillbot.core.policy.RuleRef;
import io.tillbot.core.policy.Scope;
import io.tillbot.core.policy.Terms;
import io.tillbot.core.port.Messenger;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.support.InMemoryStore;
import io.tillbot.core.support.ScriptedBilling;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.TestMeans;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a platform finds out about a place after the message was taken up counts. */
class SeenPlacesTest {
  private static final Caller ANN = new Caller(Platform.SLACK, "T1", "U1");
  private static final Place TOLD = new Place(Place.Kind.PUBLIC_CHANNEL, "C1");
  private static final Place SEEN = new Place(Place.Kind.PRIVATE_CHANNEL, "C1", Set.of("S1"));
  private static final Role PAYERS =
      new Role("payers", Set.of(new Member.Group(Platform.SLACK, "S1")));

  private final SteppedClock clock = new SteppedClock(Instant.parse("2026-11-23T12:00:00Z"));
  private final InMemoryCredentialVault vault = new InMemoryCredentialVault(clock);
  private final ScriptedBilling billing = new ScriptedBilling();
  private final Bot bot = bot();

  private Bot bot() {
    Policy policy =
        new Policy(
            List.of(
                new PolicyRule(
                    new RuleRef("payers", 1),
                    new Scope(Set.of(), Set.of(), Set.of(PAYERS), Set.of()),
                    new PolicyRule.Ruling.Allow(Terms.none()))));
    Means means =
        TestMeans.of(new InMemoryStore(clock), vault, billing, new Gatekeeper(() -> policy), clock);
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
            ReadRequest.GetCredits.class, new ApiResult.Done<>(new CreditBalance(BigDecimal.TEN)));
  }

  private Received received() {
    return bot.takeUp(
            new Delivered(
                "slack/1",
                new Invocation(ANN, TOLD, new Invocation.Line("/credit")),
                Optional.of(new Destination(Platform.SLACK, Map.of("url", "x")))))
        .orElseThrow();
  }

  @Test
  void whatSomebodyIsThereCountsOnceItIsKnown() {
    Outcome outcome = received().answer(_ -> SEEN).answer().outcome();
    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
  }

  @Test
  void withoutItNobodyIsAnything() {
    assertThat(received().answer().answer().outcome()).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void itIsAskedForAgainWhereAMessageIsAnsweredAgain() {
    received().answer(_ -> SEEN);
    clock.pass(Lifetimes.usual().delivery());
    List<Outcome> repeated = new ArrayList<>();
    bot.answerLeft(
        Platform.SLACK,
        new Messenger() {
          @Override
          public void post(Destination destination, Outcome outcome, Standing standing) {
            repeated.add(outcome);
          }

          @Override
          public Place seen(Caller caller, Place told) {
            assertThat(caller).isEqualTo(ANN);
            assertThat(told).isEqualTo(TOLD);
            return SEEN;
          }
        });
    assertThat(repeated).singleElement().isInstanceOf(Outcome.Answered.class);
  }
}
