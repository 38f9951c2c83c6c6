package io.tillbot.adapter.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.access.Credential;
import io.tillbot.core.access.Secret;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.ApiResult.NotSentCause;
import io.tillbot.core.billing.BillingAccess.SessionEnded;
import io.tillbot.core.billing.model.ClientId;
import io.tillbot.core.billing.model.Location;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions made from API keys, against an API that knows which tokens live. */
class SessionsTest {
  private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
  private static final String REJECTED = "{\"code\":-1,\"message\":\"Invalid token\"}";

  private final AtomicInteger logins = new AtomicInteger();
  private final Set<String> living = ConcurrentHashMap.newKeySet();
  private final MovingClock clock = new MovingClock();
  private final FakeApi api = FakeApi.answering(this::answer);
  private final BillingClient client = new BillingClient(api.options().withClock(clock));
  private volatile CountDownLatch loginGate = new CountDownLatch(0);
  private volatile String loginAnswer = "";

  @AfterEach
  void close() {
    client.close();
    api.close();
  }

  @Test
  void aKeyIsExchangedForATokenAtAuthBesideTheEndpoint() {
    assertThat(read()).isInstanceOf(ApiResult.Done.class);

    assertThat(api.requests())
        .extracting(RecordedRequest::getTarget)
        .containsExactly("/deep/auth.php", "/deep/whmcs.php");
    Form login = api.forms().getFirst();
    assertThat(login.names()).containsExactlyInAnyOrder("action", "key", "ttl", "fix_ip");
    assertThat(login.value("action")).isEqualTo("login");
    assertThat(login.value("key")).isEqualTo("fake-api-key");
    assertThat(login.value("ttl")).isEqualTo("3600");
    assertThat(login.value("fix_ip")).isEqualTo("0");
    assertThat(api.forms().get(1).value("token")).isEqualTo("session-1");
  }

  @Test
  void openingSendsNothing() {
    client.open(FakeApi.KEY);

    assertThat(api.requests()).isEmpty();
  }

  @Test
  void aSessionIsUsedUntilTwoMinutesBeforeItsEnd() {
    read();
    clock.pass(Duration.ofSeconds(3600 - 121));
    read();
    assertThat(logins).hasValue(1);

    clock.pass(Duration.ofSeconds(1));
    read();
    read();
    assertThat(logins).hasValue(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"result\":{\"token\":\"session-1\",\"token_expire\":%d}}",
        "{\"result\":\"OK\",\"token\":\"session-1\",\"token_expire\":\"%d\"}",
        "{\"token\":\"session-1\",\"token_expire\":%d000}"
      })
  void tokenAndEndComeFlatOrNestedAsNumberOrText(String shape) {
    living.add("session-1");
    loginAnswer = shape.formatted(START.plusSeconds(1000).getEpochSecond());

    assertThat(read()).isInstanceOf(ApiResult.Done.class);
    clock.pass(Duration.ofSeconds(879));
    read();
    assertThat(logins).hasValue(1);
    clock.pass(Duration.ofSeconds(1));
    read();
    assertThat(logins).hasValue(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"token\":\"session-1\"}",
        "{\"token\":\"session-1\",\"token_expire\":0}",
        "{\"token\":\"session-1\",\"token_expire\":1}",
        "{\"token\":\"session-1\",\"token_expire\":\"soon\"}"
      })
  void aMissingOrPastEndNeverMakesALoginPerCall(String shape) {
    living.add("session-1");
    loginAnswer = shape;

    IntStream.range(0, 10).forEach(_ -> read());

    assertThat(logins).hasValue(1);
  }

  @Test
  void concurrentCallersShareOneLogin() throws Exception {
    loginGate = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<ApiResult<?>>> results =
          IntStream.range(0, 50).mapToObj(_ -> threads.<ApiResult<?>>submit(this::read)).toList();
      loginGate.countDown();
      for (Future<ApiResult<?>> result : results) {
        assertThat(result.get(20, TimeUnit.SECONDS)).isInstanceOf(ApiResult.Done.class);
      }
    }
    assertThat(logins).hasValue(1);
  }

  @Test
  void differentKeysHaveDifferentSessions() {
    read();
    Samples.of("getcredits")
        .least()
        .apply(client.open(new Credential.ApiKey(Secret.of("another-key"))));

    assertThat(logins).hasValue(2);
  }

  @Test
  void aReadWhoseSessionDiedLogsInOnceAndIsRepeated() {
    read();
    living.clear();

    assertThat(read()).isInstanceOf(ApiResult.Done.class);
    assertThat(api.actions())
        .containsExactly("login", "getcredits", "getcredits", "login", "getcredits");
  }

  @Test
  void aReadThatIsNeverAuthorizedLogsInNoMoreThanOnceAgain() {
    loginAnswer = "{\"token\":\"session-dead\"}";

    assertThat(read()).isEqualTo(new ApiResult.NotAuthorized<>("Invalid token"));
    assertThat(api.actions()).containsExactly("login", "getcredits", "login", "getcredits");
  }

  @Test
  void aWriteWhoseSessionDiedIsNotRepeated() {
    read();
    living.clear();

    assertThat(write()).isEqualTo(new ApiResult.NotAuthorized<>("Invalid token"));
    assertThat(api.actions()).containsExactly("login", "getcredits", "request_cancellation");
  }

  @Test
  void afterAWriteThatWasNotAuthorizedTheNextCallLogsInAnew() {
    read();
    living.clear();
    write();

    assertThat(write()).isInstanceOf(ApiResult.Done.class);
    assertThat(api.actions())
        .containsExactly(
            "login", "getcredits", "request_cancellation", "login", "request_cancellation");
  }

  @Test
  void aTokenThatIsNotAcceptedIsNotRenewed() {
    assertThat(Samples.of("getcredits").least().apply(client.open(FakeApi.TOKEN)))
        .isEqualTo(new ApiResult.NotAuthorized<>("Invalid token"));
    assertThat(api.actions()).containsExactly("getcredits");
  }

  @Test
  void anOutageOfTheLoginSaysNothingOfTheKey() {
    loginAnswer = "{\"code\":-1,\"message\":\"billing is temporarily unavailable\"}";

    assertThat(read()).isEqualTo(new ApiResult.NotSent<>(NotSentCause.NO_SESSION, null));
    assertThat(api.actions()).containsExactly("login");
  }

  @Test
  void aKeyThatIsRefusedIsNotAuthorized() {
    loginAnswer = "{\"code\":-1,\"message\":\"No such key fake-api-key\"}";

    assertThat(read()).isEqualTo(new ApiResult.NotAuthorized<>("No such key ***"));
    assertThat(write()).isEqualTo(new ApiResult.NotAuthorized<>("No such key ***"));
    assertThat(api.actions()).containsExactly("login", "login");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>", "{}", "{\"result\":\"OK\"}", "{\"token\":\"\"}"})
  void withoutASessionNothingIsSent(String login) {
    loginAnswer = login;

    assertThat(write()).isEqualTo(new ApiResult.NotSent<>(NotSentCause.NO_SESSION, null));
    assertThat(api.actions()).containsExactly("login");
  }

  @Test
  void aSessionThatCannotBeRenewedEarlyServesToItsEnd() {
    read();
    clock.pass(Duration.ofSeconds(3500));
    loginAnswer = "<html>";

    assertThat(read()).isInstanceOf(ApiResult.Done.class);
    assertThat(write()).isInstanceOf(ApiResult.Done.class);
    assertThat(logins).as("one attempt to renew").hasValue(2);

    clock.pass(Duration.ofSeconds(100));
    assertThat(read()).isEqualTo(new ApiResult.NotSent<>(NotSentCause.NO_SESSION, null));
    assertThat(logins).hasValue(3);
  }

  @Test
  void aKeyThatWasRevokedOpensNothingMore() {
    read();
    clock.pass(Duration.ofSeconds(3500));
    loginAnswer = REJECTED;

    assertThat(read()).isEqualTo(new ApiResult.NotAuthorized<>("Invalid token"));
  }

  @Test
  void loggingOutOfASessionThatIsGoneIsDone() {
    read();
    living.clear();

    assertThat(client.logOut(FakeApi.KEY)).isEqualTo(new ApiResult.Done<>(new SessionEnded()));
    assertThat(client.logOut(FakeApi.TOKEN)).isInstanceOf(ApiResult.NotAuthorized.class);
  }

  @Test
  void infoTellsWhoTheTokenBelongsTo() {
    ApiResult<SessionInfo> info = client.describeSession(FakeApi.KEY);

    assertThat(info)
        .isEqualTo(
            new ApiResult.Done<>(
                new SessionInfo(
                    START.plusSeconds(3600),
                    "Customer",
                    new ClientId(98765),
                    new Location("EU-Central"),
                    List.of("eq_list", "billing_list"))));
    assertThat(api.forms().getLast().names()).containsExactlyInAnyOrder("action", "token");
  }

  @Test
  void loggingOutEndsTheToken() {
    living.add("fake-token");

    assertThat(client.logOut(FakeApi.TOKEN)).isEqualTo(new ApiResult.Done<>(new SessionEnded()));
    assertThat(api.onlyForm().value("action")).isEqualTo("logout");
    assertThat(living).isEmpty();
  }

  @Test
  void loggingOutWithAKeyEndsEverySessionMadeFromIt() {
    read();
    clock.pass(Duration.ofSeconds(3500));
    read();
    assertThat(living).containsExactlyInAnyOrder("session-1", "session-2");

    assertThat(client.logOut(FakeApi.KEY)).isEqualTo(new ApiResult.Done<>(new SessionEnded()));
    assertThat(living).isEmpty();
    assertThat(client.logOut(FakeApi.KEY)).isEqualTo(new ApiResult.Done<>(new SessionEnded()));
    assertThat(api.actions())
        .containsExactly("login", "getcredits", "login", "getcredits", "logout", "logout");
  }

  private ApiResult<?> read() {
    return Samples.of("getcredits").least().apply(client.open(FakeApi.KEY));
  }

  private ApiResult<?> write() {
    return Samples.of("request_cancellation").least().apply(client.open(FakeApi.KEY));
  }

  private MockResponse answer(RecordedRequest request) {
    Form form = Form.of(request);
    return switch (form.value("action")) {
      case "login" -> FakeApi.ok(logIn());
      case "logout" -> FakeApi.ok(living.remove(form.value("token")) ? ok() : REJECTED);
      case "info" -> FakeApi.ok(living.contains(form.value("token")) ? info() : REJECTED);
      default ->
          FakeApi.ok(
              living.contains(form.value("token"))
                  ? "{\"result\":\"OK\",\"message\":150.5}"
                  : REJECTED);
    };
  }

  private String logIn() {
    try {
      if (!loginGate.await(20, TimeUnit.SECONDS)) {
        throw new AssertionError("the gate stayed shut");
      }
    } catch (InterruptedException stop) {
      throw new AssertionError(stop);
    }
    int number = logins.incrementAndGet();
    if (!loginAnswer.isEmpty()) {
      return loginAnswer;
    }
    living.add("session-" + number);
    return "{\"result\":{\"token\":\"session-%d\",\"token_expire\":%d}}"
        .formatted(number, clock.instant().plusSeconds(3600).getEpochSecond());
  }

  private static String ok() {
    return "{\"result\":\"OK\"}";
  }

  private String info() {
    return """
    {"result":{"token":"t","role":"Customer","permissions":["eq_list","billing_list"],
    "whmcs_id":"98765","whmcs_location":"EU-Central","token_expire":%d}}\
    """
        .formatted(START.plusSeconds(3600).getEpochSecond());
  }

  private static final class MovingClock extends Clock {
    private volatile Instant now = START;

    void pass(Duration duration) {
      now = now.plus(duration);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
