package io.tillbot.adapter.slack.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** By HTTP, signed: docs.slack.dev/apis/events-api/using-http-request-urls. */
final class HttpWay implements Way {
  /** Takes headers and a body, and answers. */
  interface Door {
    Acknowledgement post(Map<String, List<String>> headers, byte[] body);
  }

  private static final Duration CONNECT = Duration.ofSeconds(2);

  private final Door door;
  private final Clock clock;
  private final String secret;

  HttpWay(Door door, Clock clock, String secret) {
    this.door = door;
    this.clock = clock;
    this.secret = secret;
  }

  /** To a server. */
  static Door to(URI address) {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    return (headers, body) -> {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(address)
              .timeout(Acknowledgement.LONGEST)
              .POST(HttpRequest.BodyPublishers.ofByteArray(body));
      headers.forEach((name, values) -> values.forEach(value -> request.header(name, value)));
      long start = System.nanoTime();
      try {
        HttpResponse<String> response =
            client.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
        return new Acknowledgement(
            response.statusCode(),
            response.headers().firstValue("Content-Type").orElse(""),
            response.body(),
            since(start));
      } catch (IOException none) {
        return Acknowledgement.none(since(start));
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return Acknowledgement.none(since(start));
      }
    };
  }

  @Override
  public String name() {
    return "http";
  }

  @Override
  public Acknowledgement deliver(Delivery delivery) {
    byte[] body = body(delivery).getBytes(UTF_8);
    Map<String, List<String>> headers =
        new HashMap<>(Posts.signed(secret, clock.instant().minus(delivery.age()), body));
    headers.put(
        "Content-Type",
        List.of(
            delivery.kind() == Delivery.Kind.EVENT
                ? "application/json"
                : "application/x-www-form-urlencoded"));
    delivery
        .retry()
        .ifPresent(
            retry -> {
              headers.put("X-Slack-Retry-Num", List.of(Integer.toString(retry.number())));
              headers.put("X-Slack-Retry-Reason", List.of(retry.reason()));
            });
    return door.post(headers, body);
  }

  private static String body(Delivery delivery) {
    return switch (delivery.kind()) {
      case EVENT -> delivery.payload().toString();
      case INTERACTION -> Posts.form(Map.of("payload", delivery.payload().toString()));
      case COMMAND -> Posts.form(fields(delivery.payload()));
    };
  }

  private static Map<String, String> fields(JsonObject command) {
    Map<String, String> fields = new TreeMap<>();
    command.entrySet().forEach(entry -> fields.put(entry.getKey(), entry.getValue().getAsString()));
    return fields;
  }

  static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
