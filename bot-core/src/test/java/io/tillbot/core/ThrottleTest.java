package io.tillbot.core;

import static io.tillbot.core.support.TestBot.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.InMemoryCredentialVault;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Platform;
import io.tillbot.core.access.Secret;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.audit.AuditFilter;
import io.tillbot.core.audit.AuditRecord;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.model.CreditBalance;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.billing.request.WriteRequest;
import io.tillbot.core.execution.Means;
import io.tillbot.core.port.RateLimiter;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.support.AllowAll;
import io.tillbot.core.support.InMemoryStore;
import io.tillbot.core.support.ScriptedBilling;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.TestMeans;
import io.tillbot.core.support.Words;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever gives too many commands is told when to come again, and makes nothing grow. */
class ThrottleTest {
  private static final Caller STRANGER = new Caller(Platform.SLACK, "T1", "U9");
  private static final Caller OTHER_STRANGER = new Caller(Platform.SLACK, "T1", "U8");
  private static final Caller ELSEWHERE = new Caller(Platform.SLACK, "T2", "U9");

  private final InMemoryStore store = new InMemoryStore(TestBot.CLOCK);
  private final InMemoryCredentialVault vault = new InMemoryCredentialVault(TestBot.CLOCK);
  private final ScriptedBilling billing = new ScriptedBilling();
  private final Counter callers = new Counter();
  private final Counter workspaces = new Counter();
  private final Counter strangers = new Counter();
  private final Counter stranger = new Counter();
  private final Means means =
      TestMeans.of(store, vault, billing, AllowAll.gatekeeper(), TestBot.CLOCK);
  private final Bot bot =
      new Bot(
          new Catalogue(means, CatalogueSettings.defaults()),
          means,
          () -> TestBot.CORRELATION,
          new Throttle(callers, workspaces, strangers, stranger, vault));

  /** Lets so many of each subject pass. */
  private static final class Counter implements RateLimiter {
    private final Map<String, Integer> counts = new HashMap<>();
    private int most = Integer.MAX_VALUE;

    @Override
    public Optional<Duration> tooSoon(String subject) {
      return counts.merge(subject, 1, Integer::sum) > most
          ? Optional.of(Duration.ofMillis(11_001))
          : Optional.empty();
    }
  }

  @BeforeEach
  void annIsLinked() {
    vault.store(ANN, TestBot.ACCOUNT, new Credential.Token(Secret.of("fake-token")));
    billing
        .always(ReadRequest.GetInvoices.class, new ApiResult.Done<>(Samples.list()))
        .always(ReadRequest.GetClient.class, new ApiResult.Done<>(Samples.client("EUR")))
        .always(
            ReadRequest.GetCredits.class,
            new ApiResult.Done<>(new CreditBalance(new BigDecimal("150.50"))))
        .always(WriteRequest.CreateAddFunds.class, new ApiResult.Refused<>(Samples.refusal("no")));
  }

  @Test
  void whoComesTooOftenIsToldWhenToComeAgainAndNothingIsDone() {
    callers.most = 1;
    assertThat(say(ANN, "/credit")).isInstanceOf(Outcome.Answered.class);
    int requests = billing.requests().size();

    Outcome refusal = say(ANN, "/credit");

    assertThat(refusal).isInstanceOf(Outcome.Refused.class);
    assertThat(Words.of(refusal.reply().title())).isEqualTo("throttle.title");
    assertThat(Words.of(refusal.reply().body())).containsExactly("throttle.again(12)");
    assertThat(billing.requests()).hasSize(requests);
  }

  @Test
  void allOfAWorkspaceTogetherAreCountedToo() {
    workspaces.most = 2;
    say(STRANGER, "/billing help");
    say(OTHER_STRANGER, "/billing help");
    assertThat(title(say(STRANGER, "/billing help"))).isEqualTo("throttle.title");
    assertThat(title(say(ELSEWHERE, "/billing help"))).isNotEqualTo("throttle.title");
  }

  @Test
  void peopleWithoutAnAccountShareALittleAndTakeNothingFromThoseWhoHaveOne() {
    strangers.most = 2;
    say(STRANGER, "/credit");
    say(OTHER_STRANGER, "/credit");
    assertThat(title(say(STRANGER, "/credit"))).isEqualTo("throttle.title");

    Caller linked = new Caller(Platform.SLACK, "T1", "U1");
    vault.store(linked, TestBot.ACCOUNT, new Credential.Token(Secret.of("fake-token")));
    assertThat(title(say(linked, "/credit"))).isNotEqualTo("throttle.title");
  }

  @Test
  void onePersonWithoutAnAccountDoesNotTakeWhatTheyShare() {
    stranger.most = 1;
    strangers.most = 2;
    say(STRANGER, "/credit");
    assertThat(title(say(STRANGER, "/credit"))).isEqualTo("throttle.title");
    assertThat(title(say(OTHER_STRANGER, "/credit"))).isNotEqualTo("throttle.title");
  }

  @Test
  void nobodyIsToldThatNothingWasDoneOfWhatIsBeingDone() {
    Received received = bot.takeUp(delivered()).orElseThrow();
    callers.most = 0;
    assertThat(bot.takeUp(delivered())).as("it comes again meanwhile").isEmpty();
    received.answer();
  }

  @Test
  void aPressThatComesTooSoonServesLater() {
    TicketId ticket = topUp();
    callers.most = 0;
    Answer refused = bot.confirm(new Press(ANN, Place.terminal(), ticket));
    assertThat(title(refused.outcome())).isEqualTo("throttle.title");
    assertThat(refused.use()).as("its message stays").isEqualTo(Answer.Use.TURNED_AWAY);
    assertThat(topUps()).isZero();

    callers.most = Integer.MAX_VALUE;
    bot.confirm(new Press(ANN, Place.terminal(), ticket));
    assertThat(topUps()).isOne();
  }

  @Test
  void whatIsDeliveredTooOftenIsNotWrittenDown() {
    callers.most = 0;
    assertThat(title(receive())).isEqualTo("throttle.title");
    callers.most = Integer.MAX_VALUE;
    assertThat(title(receive())).as("it is new").isNotEqualTo("throttle.title");
    assertThat(bot.takeUp(delivered())).as("it was here").isEmpty();
  }

  @Test
  void aFloodIsOneRowOfTheAuditTrail() {
    callers.most = 0;
    for (int n = 0; n < 500; n++) {
      say(ANN, "/credit");
    }
    assertThat(audited()).isEmpty();

    bot.auditor().flushAll();

    assertThat(audited())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.entry().end().times()).isEqualTo(500);
              assertThat(row.entry().what().command()).isEqualTo("too many commands");
              assertThat(row.entry().end().outcome()).isEqualTo("refused");
            });
  }

  @Test
  void formsStepsAndStopsAreCountedToo() {
    callers.most = 0;
    Press press = new Press(ANN, Place.terminal(), new TicketId("x".repeat(24)));
    List<Outcome> outcomes = new ArrayList<>();
    Delivered step =
        new Delivered("console/2", new Pressed(Pressed.Kind.STEP, press), Optional.empty());
    outcomes.add(bot.takeUp(step).orElseThrow().answer().answer().outcome());
    outcomes.add(bot.stop(press).outcome());
    outcomes.add(
        bot.submit(new FormAnswers(ANN, Place.terminal(), "pay", Map.of(), Map.of())).outcome());
    assertThat(outcomes).allSatisfy(each -> assertThat(title(each)).isEqualTo("throttle.title"));
  }

  private Delivered delivered() {
    return new Delivered(
        "console/1",
        new Invocation(ANN, Place.terminal(), new Invocation.Line("/credit")),
        Optional.empty());
  }

  private Outcome receive() {
    Received received = bot.takeUp(delivered()).orElseThrow();
    Outcome outcome = received.answer().answer().outcome();
    received.answered();
    return outcome;
  }

  private Outcome say(Caller caller, String line) {
    Place place = new Place(Place.Kind.PUBLIC_CHANNEL, "C1");
    return bot.handle(new Invocation(caller, place, new Invocation.Line(line))).outcome();
  }

  private TicketId topUp() {
    if (say(ANN, "/top-up 25") instanceof Outcome.NeedsConfirmation(var _, TicketId ticket)) {
      return ticket;
    }
    throw new AssertionError("nothing is to be confirmed");
  }

  private static String title(Outcome outcome) {
    return Words.of(outcome.reply().title());
  }

  private List<AuditRecord> audited() {
    return store.read(unit -> unit.audit().newest(AuditFilter.everything(), 100)).records();
  }

  private long topUps() {
    return billing.requests().stream()
        .filter(WriteRequest.CreateAddFunds.class::isInstance)
        .count();
  }
}
