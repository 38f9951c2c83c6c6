package io.tillbot.adapter.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.ApiResult.NotSentCause;
import io.tillbot.core.billing.ApiResult.UnknownCause;
import io.tillbot.core.billing.BillingApi;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each way in which a call can go wrong: what a read and a write say of it, and how many requests
 * reached the API. A write is one request at most, always.
 */
class FaultsTest {
  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
  private static final Timeouts AMPLE = Timeouts.defaults();
  private static final Timeouts NO_SILENCE =
      new Timeouts(Duration.ofSeconds(5), Duration.ofMillis(250), Duration.ofSeconds(30));
  private static final Timeouts NO_DRIPPING =
      new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(25), Duration.ofSeconds(1));
  private static final byte[] BOMB = gzipped(5_000_000);
  private static final int ATTEMPTS = 3;
  private static final int ONE = 1;

  /** A fault: what happens on a connection, what comes of it, how often a read is sent. */
  record Fault(
      String name, RawApi.Script script, ApiResult<?> result, int readRequests, Timeouts timeouts) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Arguments> faults() {
    return Stream.of(
            lost("reset while the request is read", 0, RawApi.Connection::readFirstByte),
            lost("reset before the answer", ATTEMPTS, connection -> {}),
            fault(
                "closed before the answer",
                unknown(UnknownCause.CONNECTION_LOST),
                ATTEMPTS,
                c -> {}),
            lost("reset within the headers", ATTEMPTS, c -> c.write(HEAD)),
            lost(
                "reset after the headers",
                ATTEMPTS,
                c -> c.write(HEAD + "Content-Length: 500\r\n\r\n")),
            lost(
                "reset in the body",
                ATTEMPTS,
                c -> c.write(HEAD + "Content-Length: 500\r\n\r\n{\"result\":")),
            fault(
                "body shorter than it says",
                unknown(UnknownCause.CONNECTION_LOST),
                ATTEMPTS,
                c -> c.write(HEAD + "Content-Length: 500\r\n\r\n{\"result\":\"OK\"}")),
            endless("no answer", NO_SILENCE, c -> c.hang()),
            endless(
                "an answer that stops in the body",
                NO_SILENCE,
                c -> {
                  c.write(HEAD + "Content-Length: 500\r\n\r\n{\"result\":");
                  c.hang();
                }),
            endless("an answer that drips", NO_DRIPPING, FaultsTest::dripForEver),
            broken("truncated JSON", ATTEMPTS, "{\"result\":\"OK\",\"status\":"),
            broken("an HTML page", ATTEMPTS, "<html><body>Maintenance</body></html>"),
            broken("an empty body", ATTEMPTS, ""),
            broken("a JSON list", ATTEMPTS, "[]"),
            broken("a bare number", ATTEMPTS, "-1"),
            broken("two JSON values", ATTEMPTS, "{\"result\":\"OK\"}{\"result\":\"OK\"}"),
            broken("a name twice", ATTEMPTS, "{\"result\":-1,\"result\":\"OK\"}"),
            broken("100,000 levels", ATTEMPTS, "[".repeat(100_000)),
            broken(
                "deep objects", ATTEMPTS, "{\"result\":\"OK\",\"a\":" + "{\"a\":".repeat(50_000)),
            broken("neither success nor failure", ONE, "{\"status\":\"success\"}"),
            broken("too many values", ATTEMPTS, "{\"a\":[" + "0,".repeat(1_000_000) + "0]}"),
            broken("a PDF that nobody asked for", ONE, "%PDF-1.4 fake %%EOF"),
            status("502 with a page", 502, "", "<html>Bad gateway</html>", ATTEMPTS),
            status("500 that says OK", 500, "", "{\"result\":\"OK\"}", ATTEMPTS),
            status("500 that says no", 500, "", "{\"code\":-1,\"message\":\"x\"}", ATTEMPTS),
            status("503 at once", 503, "Retry-After: 0\r\n", "busy", ATTEMPTS),
            status("503 for long", 503, "Retry-After: 3600\r\n", "busy", ONE),
            fault(
                "408, which OkHttp would repeat",
                unknown(UnknownCause.BROKEN_ANSWER),
                ATTEMPTS,
                answer(408, "", "late")),
            fault(
                "421, which OkHttp would repeat",
                unknown(UnknownCause.BROKEN_ANSWER),
                ATTEMPTS,
                answer(421, "", "misdirected")),
            fault(
                "404 with a page",
                unknown(UnknownCause.BROKEN_ANSWER),
                ATTEMPTS,
                answer(404, "", "<html>Not found</html>")),
            fault(
                "404 that says OK",
                unknown(UnknownCause.CONTRADICTORY_ANSWER),
                ONE,
                answer(404, "", "{\"result\":\"OK\"}")),
            fault(
                "no HTTP at all",
                unknown(UnknownCause.CONNECTION_LOST),
                ATTEMPTS,
                c -> c.write("220 mail.example.test ESMTP\r\n\r\n")),
            fault(
                "declared too large",
                unknown(UnknownCause.BROKEN_ANSWER),
                ONE,
                c -> c.write(HEAD + "Content-Length: 4000000\r\n\r\n" + "x".repeat(4_000_000))),
            fault(
                "without an end",
                unknown(UnknownCause.BROKEN_ANSWER),
                ONE,
                FaultsTest::chunksWithoutEnd),
            fault("a gzip bomb", unknown(UnknownCause.BROKEN_ANSWER), ONE, c -> gzip(c, BOMB)),
            fault(
                "broken gzip",
                unknown(UnknownCause.CONNECTION_LOST),
                ATTEMPTS,
                c -> gzip(c, "no gzip at all, not in the least".getBytes(StandardCharsets.UTF_8))),
            fault(
                "429 without an hour",
                new ApiResult.NotSent<>(NotSentCause.RATE_LIMITED, null),
                ATTEMPTS,
                answer(429, "", "{\"result\":\"OK\"}")),
            fault(
                "429 for a while",
                new ApiResult.NotSent<>(NotSentCause.RATE_LIMITED, Duration.ofSeconds(7)),
                ATTEMPTS,
                answer(429, "Retry-After: 7\r\n", "")),
            fault(
                "429 for long",
                new ApiResult.NotSent<>(NotSentCause.RATE_LIMITED, Duration.ofHours(1)),
                ONE,
                answer(429, "Retry-After: 3600\r\n", "")))
        .map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aReadTellsWhatWentWrong(Fault fault) {
    try (RawApi api = new RawApi(fault.script());
        BillingClient client = client(api, fault.timeouts())) {
      ApiResult<?> result = Samples.of("get_client").least().apply(opened(client));

      assertThat(result).isEqualTo(fault.result());
      assertThat(api.requests).hasSize(fault.readRequests());
    }
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aWriteTellsWhatWentWrongAndIsSentOnce(Fault fault) {
    try (RawApi api = new RawApi(fault.script());
        BillingClient client = client(api, fault.timeouts())) {
      ApiResult<?> result = Samples.of("apply_credit").least().apply(opened(client));

      assertThat(result).isEqualTo(fault.result());
      assertThat(api.connections).hasValue(1);
      assertThat(api.requests).hasSizeLessThanOrEqualTo(1);
    }
  }

  private static BillingApi opened(BillingClient client) {
    return client.open(FakeApi.TOKEN);
  }

  private static BillingClient client(RawApi api, Timeouts timeouts) {
    return new BillingClient(
        BillingClientOptions.of(api.endpoint("http"))
            .withTimeouts(timeouts)
            .withMaxAnswerBytes(3_000_000)
            .withWaiter(_ -> {}));
  }

  private static ApiResult<?> unknown(UnknownCause cause) {
    return new ApiResult.Unknown<>(cause);
  }

  private static Fault lost(String name, int readRequests, RawApi.Script script) {
    return new Fault(
        name,
        connection -> {
          if (readRequests > 0) {
            connection.readRequest();
          }
          script.serve(connection);
          connection.reset();
        },
        unknown(UnknownCause.CONNECTION_LOST),
        readRequests,
        AMPLE);
  }

  private static Fault endless(String name, Timeouts timeouts, RawApi.Script script) {
    return new Fault(
        name,
        connection -> {
          connection.readRequest();
          script.serve(connection);
        },
        unknown(UnknownCause.TIMED_OUT),
        ATTEMPTS,
        timeouts);
  }

  private static Fault fault(
      String name, ApiResult<?> result, int readRequests, RawApi.Script script) {
    return new Fault(
        name,
        connection -> {
          connection.readRequest();
          script.serve(connection);
        },
        result,
        readRequests,
        AMPLE);
  }

  private static Fault broken(String name, int readRequests, String body) {
    return fault(name, unknown(UnknownCause.BROKEN_ANSWER), readRequests, answer(200, "", body));
  }

  private static Fault status(
      String name, int status, String headers, String body, int readRequests) {
    return fault(
        name, unknown(UnknownCause.SERVER_ERROR), readRequests, answer(status, headers, body));
  }

  /** Answers on a connection that stays open, so that a silent repetition would find it. */
  private static RawApi.Script answer(int status, String headers, String body) {
    return connection -> {
      String answer =
          "HTTP/1.1 %d Status\r\n%sContent-Length: %d\r\n\r\n%s"
              .formatted(status, headers, body.length(), body);
      connection.write(answer);
      while (true) {
        connection.readRequest();
        connection.write(answer);
      }
    };
  }

  private static void dripForEver(RawApi.Connection connection) throws IOException {
    connection.write(HEAD + "Content-Length: 1000000\r\n\r\n");
    for (int i = 0; i < 1_000_000; i++) {
      connection.write(" ");
      pauseShorterThanTheSilenceLimit();
    }
  }

  private static void pauseShorterThanTheSilenceLimit() {
    LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
  }

  private static void chunksWithoutEnd(RawApi.Connection connection) throws IOException {
    connection.write(HEAD + "Transfer-Encoding: chunked\r\n\r\n");
    while (true) {
      connection.write("1000\r\n" + "x".repeat(0x1000) + "\r\n");
    }
  }

  private static void gzip(RawApi.Connection connection, byte[] body) throws IOException {
    connection.write(
        HEAD
            + "Connection: close\r\nContent-Encoding: gzip\r\nContent-Length: "
            + body.length
            + "\r\n\r\n");
    connection.write(body);
  }

  private static byte[] gzipped(int zeros) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(new byte[zeros]);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}
