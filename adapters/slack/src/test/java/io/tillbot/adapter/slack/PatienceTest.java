package io.tillbot.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Slack that is busy is left alone for as long as it asks, a few times and never for long. */
class PatienceTest {
  private static final String NOT_SAID = "";

  private final Deque<String> busy = new ArrayDeque<>();
  private final List<Duration> waits = new ArrayList<>();
  private final OkHttpClient http =
      new OkHttpClient.Builder().addInterceptor(new Patience(waits::add)).build();
  private HttpServer server;
  private int requests;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            requests++;
            String asked = busy.poll();
            if (asked != null && !asked.equals(NOT_SAID)) {
              exchange.getResponseHeaders().set("Retry-After", asked);
            }
            exchange.sendResponseHeaders(asked == null ? 200 : 429, -1);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aBusySlackIsAskedAgainWhenItSaysSo() throws IOException {
    busy.add("2");
    assertThat(status()).isEqualTo(200);
    assertThat(waits).containsExactly(Duration.ofSeconds(2));
  }

  @Test
  void itIsAskedTwiceAgainAtMost() throws IOException {
    busy.addAll(List.of("1", "1", "1", "1"));
    assertThat(status()).isEqualTo(429);
    assertThat(requests).isEqualTo(3);
  }

  @Test
  void allTheWaitingTogetherIsBounded() throws IOException {
    busy.addAll(List.of("3", "3"));
    assertThat(status()).isEqualTo(429);
    assertThat(waits).containsExactly(Duration.ofSeconds(3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"6", "3600", "99999999999999999999", "soon", "-1", NOT_SAID})
  void nobodyWaitsForLongOrForNobodyKnowsHowLong(String asked) throws IOException {
    busy.add(asked);
    assertThat(status()).isEqualTo(429);
    assertThat(waits).isEmpty();
    assertThat(requests).isOne();
  }

  @Test
  void whoeverIsStoppedWhileWaitingStops() {
    busy.add("1");
    OkHttpClient stopped =
        new OkHttpClient.Builder()
            .addInterceptor(
                new Patience(
                    _ -> {
                      throw new InterruptedException();
                    }))
            .build();
    assertThatThrownBy(() -> stopped.newCall(request()).execute())
        .isInstanceOf(InterruptedIOException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private int status() throws IOException {
    try (Response response = http.newCall(request()).execute()) {
      return response.code();
    }
  }

  private Request request() {
    return new Request.Builder()
        .url("http://127.0.0.1:" + server.getAddress().getPort() + "/api/chat.postMessage")
        .post(RequestBody.create(new byte[0], null))
        .build();
  }
}
