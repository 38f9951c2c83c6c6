package io.tillbot.adapter.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.access.Credential;
import io.tillbot.core.access.Secret;
import io.tillbot.core.billing.ApiResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An API that repeats every secret it is given does not get one into a log or a result. */
class SecretsStayInsideTest {
  private static final Credential TOKEN = new Credential.Token(Secret.of("canarytoken0123456789"));
  private static final Credential KEY = new Credential.ApiKey(Secret.of("canarykey0123456789"));
  private static final String SESSION = "canarysession0123456789";
  private static final List<String> PERSONAL =
      List.of("ann@example.test", "Ann", "Lee", "pw-one", "reset-one", "word-five", "Moved away");

  private final Queue<String> javaLogs = new ConcurrentLinkedQueue<>();
  private final Logger root = Logger.getLogger("");
  private final Level before = root.getLevel();
  private final Handler keeper = new Keeper();

  @BeforeEach
  void listen() {
    CapturedLogs.clear();
    keeper.setLevel(Level.ALL);
    Stream.of(root.getHandlers()).forEach(handler -> handler.setLevel(Level.OFF));
    root.addHandler(keeper);
    root.setLevel(Level.INFO);
    Logger.getLogger("okhttp3").setLevel(Level.ALL);
  }

  @AfterEach
  void stopListening() {
    root.removeHandler(keeper);
    root.setLevel(before);
    Logger.getLogger("okhttp3").setLevel(null);
  }

  static Stream<Function<RecordedRequest, MockResponse>> answers() {
    return Stream.of(
        request -> FakeApi.ok(failure(request, "no: ")),
        request -> FakeApi.ok(failure(request, "Invalid token ")),
        request -> FakeApi.status(401, failure(request, "")),
        request -> FakeApi.status(403, failure(request, "")),
        request -> FakeApi.status(500, failure(request, "")),
        request -> FakeApi.ok("<html>" + body(request) + "</html>"),
        request -> FakeApi.ok("{\"result\":\"OK\",\"message\":\"" + body(request)),
        request -> FakeApi.ok("{\"" + body(request) + "\":1,\"" + body(request) + "\":2}"),
        request -> FakeApi.ok("{\"result\":\"OK\",\"invoices\":\"" + body(request) + "\"}"),
        request ->
            new MockResponse.Builder()
                .code(307)
                .addHeader("Location", "http://127.0.0.1:1/?" + body(request))
                .addHeader("Set-Cookie", "echo=" + body(request).length())
                .build(),
        request ->
            new MockResponse.Builder()
                .body("{\"result\":\"OK\",\"message\":\"" + body(request) + "\"}")
                .onResponseBody(new SocketEffect.CloseSocket())
                .build(),
        request ->
            new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", body(request))
                .body(body(request))
                .build());
  }

  @ParameterizedTest
  @MethodSource("answers")
  void neitherLogsNorResultsHoldASecret(Function<RecordedRequest, MockResponse> answer) {
    List<String> said = new ArrayList<>();
    try (FakeApi api =
            FakeApi.answering(
                request ->
                    Form.of(request).value("action").equals("login")
                        ? FakeApi.ok("{\"result\":{\"token\":\"" + SESSION + "\"}}")
                        : answer.apply(request));
        BillingClient client = new BillingClient(api.options().withRetry(ReadRetry.never()))) {
      for (Credential credential : List.of(TOKEN, KEY)) {
        for (Sample sample : Samples.all()) {
          said.add(sample.whole().apply(client.open(credential)).toString());
        }
        said.add(client.describeSession(credential).toString());
        said.add(client.logOut(credential).toString());
        said.add(credential + " " + client.open(credential) + client + api.options());
      }
    }
    assertThat(CapturedLogs.lines()).hasSizeGreaterThan(40);
    assertNoSecret(said);
    assertNoSecret(CapturedLogs.lines());
    assertNoSecret(javaLogs);
    assertThat(String.join("\n", CapturedLogs.lines()))
        .doesNotContain(PERSONAL)
        .doesNotContain("127.0.0.1");
  }

  @Test
  void aRefusedLoginDoesNotQuoteTheKey() {
    try (FakeApi api = FakeApi.answering(request -> FakeApi.ok(failure(request, "no: ")));
        BillingClient client = api.client()) {
      ApiResult<?> result = Samples.of("getcredits").least().apply(client.open(KEY));

      assertThat(result).isInstanceOf(ApiResult.NotAuthorized.class);
      assertNoSecret(List.of(result.toString()));
      assertNoSecret(CapturedLogs.lines());
    }
  }

  @Test
  void oneCallIsOneLine() {
    try (FakeApi api = FakeApi.answering("{\"result\":\"OK\",\"message\":1}");
        BillingClient client = api.client()) {
      Samples.of("getcredits").least().apply(client.open(TOKEN));

      assertThat(CapturedLogs.lines())
          .singleElement()
          .asString()
          .matches("DEBUG getcredits: done after \\d+ ms .*");
    }
  }

  private static void assertNoSecret(Collection<String> texts) {
    assertThat(String.join("\n", texts).toLowerCase(Locale.ROOT)).doesNotContain("canary");
  }

  private static String failure(RecordedRequest request, String before) {
    return "{\"code\":-1,\"message\":\"" + before + body(request) + "\"}";
  }

  /** Secrets of the request as they were sent; other values are left out. */
  private static String body(RecordedRequest request) {
    Form form = Form.of(request);
    List<String> secrets = new ArrayList<>(form.all("token"));
    secrets.addAll(form.all("key"));
    return String.join(" ", secrets);
  }

  private final class Keeper extends Handler {
    @Override
    public void publish(LogRecord line) {
      javaLogs.add(
          line.getMessage() + Arrays.toString(line.getParameters()) + " " + line.getThrown());
    }

    @Override
    public void flush() {
      // Nothing is buffered.
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
