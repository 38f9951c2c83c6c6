package io.tillbot.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebServerTest {
  private static final WebOptions ANY_PORT = new WebOptions("127.0.0.1", 0);

  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicReference<String> body = new AtomicReference<>("");
  private final AtomicReference<Map<String, List<String>>> headers =
      new AtomicReference<>(Map.of());
  private final WebServer server =
      WebServer.start(
          ANY_PORT,
          List.of(
              new Endpoint("/echo", this::keep),
              new Endpoint(
                  "/broken",
                  (_, _) -> {
                    throw new IllegalStateException("a secret of ours");
                  })));

  private Endpoint.Answer keep(Map<String, List<String>> given, byte[] bytes) {
    headers.set(given);
    body.set(new String(bytes, StandardCharsets.UTF_8));
    return new Endpoint.Answer(202, Map.of("Content-Type", "application/json"), "{}");
  }

  @AfterEach
  void stop() {
    http.close();
    server.close();
  }

  @Test
  void theBodyIsHandedOnAsItCameAndTheAnswerGoesBackAsItIs() throws Exception {
    String sent = "text=%2Finvoice+123&x=\u00e4\u0416 ";
    HttpResponse<String> answer = post("/echo", sent);
    assertThat(body.get()).isEqualTo(sent);
    assertThat(headers.get()).containsEntry("X-Signature", List.of("v0=abc"));
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo("{}");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void aBodyAboveAMebibyteIsTooLarge() throws Exception {
    assertThat(post("/echo", "x".repeat(1024 * 1024 + 1)).statusCode()).isEqualTo(413);
    assertThat(body.get()).isEmpty();
  }

  @Test
  void anExceptionsWordsReachNobody() throws Exception {
    HttpResponse<String> answer = post("/broken", "");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void whatIsNotMountedIsNotThere() throws Exception {
    assertThat(post("/other", "").statusCode()).isEqualTo(404);
    assertThat(get("/echo").statusCode()).isEqualTo(404);
  }

  @Test
  void aliveIsSaidWithoutAskingAnybody() throws Exception {
    assertThat(get("/health/live").body()).isEqualTo("ok");
  }

  @Test
  void noAnswerIsAnythingForABrowser() throws Exception {
    List<HttpResponse<String>> answers =
        List.of(post("/echo", ""), post("/broken", ""), post("/other", ""), get("/health/live"));
    assertThat(answers)
        .allSatisfy(
            answer -> {
              assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
              assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
              assertThat(answer.headers().firstValue("Content-Security-Policy"))
                  .contains("default-src 'none'; frame-ancestors 'none'");
            });
  }

  @Test
  void aHeaderThatIsGivenTwiceIsHandedOnTwice() throws Exception {
    send(
        request("/echo")
            .header("X-Signature", "v0=abc")
            .header("X-Signature", "v0=def")
            .POST(HttpRequest.BodyPublishers.noBody())
            .build());
    assertThat(headers.get()).containsEntry("X-Signature", List.of("v0=abc", "v0=def"));
  }

  @Test
  void aPortThatIsTakenIsSaid() {
    assertThatThrownBy(() -> WebServer.start(new WebOptions("127.0.0.1", server.port()), List.of()))
        .isInstanceOf(WebException.class)
        .hasMessageContaining("port " + server.port());
  }

  private HttpResponse<String> post(String path, String text)
      throws IOException, InterruptedException {
    return send(
        request(path)
            .header("X-Signature", "v0=abc")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(text))
            .build());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET().build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
        .timeout(Duration.ofSeconds(10));
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }
}
