package io.tillbot.adapter.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.ApiResult.NotSentCause;
import io.tillbot.core.billing.ApiResult.UnknownCause;
import io.tillbot.core.billing.BillingApi;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What certainly was not sent, what is not followed, and how connections are kept. */
class TransportTest {
  private static final String CREDIT = "{\"result\":\"OK\",\"message\":150.5}";
  private static final String OK = "{\"result\":\"OK\"}";

  @Test
  void whereNobodyListensNothingIsSent() throws IOException {
    URI endpoint;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      endpoint = URI.create("http://127.0.0.1:" + gone.getLocalPort() + "/whmcs.php");
    }
    List<Duration> pauses = new ArrayList<>();
    try (BillingClient client =
        new BillingClient(BillingClientOptions.of(endpoint).withWaiter(pauses::add))) {
      assertThat(read(client)).isEqualTo(noConnection());
      assertThat(pauses).hasSize(2);
      assertThat(write(client)).isEqualTo(noConnection());
      assertThat(pauses).as("a write does not wait for another attempt").hasSize(2);
    }
  }

  @Test
  void whereNobodySpeaksTlsNothingIsSent() {
    try (RawApi api = new RawApi(connection -> connection.write("HTTP/1.1 200 OK\r\n\r\n"));
        BillingClient client =
            new BillingClient(BillingClientOptions.of(api.endpoint("https")).withWaiter(_ -> {}))) {
      assertThat(write(client)).isEqualTo(noConnection());
      assertThat(read(client)).isEqualTo(noConnection());
    }
  }

  @Test
  void aHandshakeThatNeverEndsIsNotSent() {
    Timeouts timeouts =
        new Timeouts(Duration.ofMillis(200), Duration.ofMillis(200), Duration.ofMillis(400));
    try (RawApi api = new RawApi(RawApi.Connection::hang);
        BillingClient client =
            new BillingClient(
                BillingClientOptions.of(api.endpoint("https"))
                    .withTimeouts(timeouts)
                    .withWaiter(_ -> {}))) {
      assertThat(write(client)).isEqualTo(noConnection());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectIsNotFollowedAndTheTokenGoesNowhere(int status) {
    try (FakeApi other = FakeApi.answering(CREDIT);
        FakeApi api = FakeApi.answering(_ -> redirect(status, other.endpoint()));
        BillingClient client = api.client()) {
      assertThat(read(client)).isEqualTo(unknown(UnknownCause.BROKEN_ANSWER));
      assertThat(write(client)).isEqualTo(unknown(UnknownCause.BROKEN_ANSWER));
      assertThat(api.requests()).hasSize(2);
      assertThat(other.requests()).isEmpty();
    }
  }

  @Test
  void aRedirectOnTheSameHostIsNotFollowedEither() {
    try (FakeApi api =
            FakeApi.answering(
                request ->
                    redirect(307, URI.create("http://" + request.getUrl().host() + "/other")));
        BillingClient client = api.client()) {
      assertThat(write(client)).isEqualTo(unknown(UnknownCause.BROKEN_ANSWER));
      assertThat(api.requests()).hasSize(1);
    }
  }

  @Test
  void aReadIsRepeatedUntilItIsAnswered() {
    AtomicInteger count = new AtomicInteger();
    try (FakeApi api =
            FakeApi.answering(
                _ ->
                    count.incrementAndGet() < 3
                        ? FakeApi.status(502, "<html>")
                        : FakeApi.ok(CREDIT));
        BillingClient client = api.client()) {
      assertThat(read(client)).isInstanceOf(ApiResult.Done.class);
      assertThat(api.pauses).hasSize(2);
      assertThat(api.pauses.get(0)).isBetween(Duration.ofMillis(150), Duration.ofMillis(200));
      assertThat(api.pauses.get(1)).isBetween(Duration.ofMillis(300), Duration.ofMillis(400));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void aReadWaitsAsLongAsTheApiAsks(int status) {
    AtomicInteger count = new AtomicInteger();
    try (FakeApi api =
            FakeApi.answering(
                _ ->
                    count.incrementAndGet() == 1
                        ? new MockResponse.Builder()
                            .code(status)
                            .addHeader("Retry-After", 30)
                            .build()
                        : FakeApi.ok(CREDIT));
        BillingClient client = api.client()) {
      assertThat(read(client)).isInstanceOf(ApiResult.Done.class);
      assertThat(api.pauses).containsExactly(Duration.ofSeconds(30));
    }
  }

  @Test
  void aReadDoesNotWaitLongerThanItsLimit() {
    try (FakeApi api =
            FakeApi.answering(
                _ -> new MockResponse.Builder().code(429).addHeader("Retry-After", 31).build());
        BillingClient client = api.client()) {
      assertThat(read(client))
          .isEqualTo(new ApiResult.NotSent<>(NotSentCause.RATE_LIMITED, Duration.ofSeconds(31)));
      assertThat(api.pauses).isEmpty();
      assertThat(api.requests()).hasSize(1);
    }
  }

  @Test
  void anInterruptedThreadSendsNoSecondAttempt() {
    try (FakeApi api = FakeApi.answering(_ -> FakeApi.status(500, ""));
        BillingClient client =
            new BillingClient(
                api.options()
                    .withWaiter(
                        _ -> {
                          throw new InterruptedException();
                        }))) {
      assertThat(read(client)).isNotInstanceOf(ApiResult.Done.class);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(api.requests()).hasSize(1);
    }
  }

  @Test
  void writesDoNotUseConnectionsThatTheServerMayHaveClosed() {
    try (RawApi api = new RawApi(TransportTest::answerOnceThenLeave);
        BillingClient client = new BillingClient(BillingClientOptions.of(api.endpoint("http")))) {
      BillingApi opened = client.open(FakeApi.TOKEN);
      for (int i = 0; i < 20; i++) {
        assertThat(Samples.of("request_cancellation").least().apply(opened))
            .isInstanceOf(ApiResult.Done.class);
      }
      assertThat(api.requests).hasSize(20);
      assertThat(api.connections).hasValue(20);
    }
  }

  @Test
  void readsShareConnections() {
    try (RawApi api =
            new RawApi(
                connection -> {
                  while (true) {
                    connection.readRequest();
                    connection.answer(CREDIT);
                  }
                });
        BillingClient client = new BillingClient(BillingClientOptions.of(api.endpoint("http")))) {
      for (int i = 0; i < 20; i++) {
        assertThat(read(client)).isInstanceOf(ApiResult.Done.class);
      }
      assertThat(api.requests).hasSize(20);
      assertThat(api.connections).hasValue(1);
    }
  }

  private static void answerOnceThenLeave(RawApi.Connection connection) throws IOException {
    connection.readRequest();
    connection.answer(OK);
  }

  private static MockResponse redirect(int status, URI target) {
    return new MockResponse.Builder().code(status).addHeader("Location", target).build();
  }

  private static ApiResult<?> read(BillingClient client) {
    return Samples.of("getcredits").least().apply(client.open(FakeApi.TOKEN));
  }

  private static ApiResult<?> write(BillingClient client) {
    return Samples.of("apply_credit").least().apply(client.open(FakeApi.TOKEN));
  }

  private static ApiResult<?> noConnection() {
    return new ApiResult.NotSent<>(NotSentCause.NO_CONNECTION, null);
  }

  private static ApiResult<?> unknown(UnknownCause cause) {
    return new ApiResult.Unknown<>(cause);
  }
}
