package io.tillbot.adapter.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tillbot.core.access.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;

/**
 * Slack on loopback, as strict as Slack: delivers commands and presses, signed, and takes what the
 * app sends only where Slack would. What it refuses is kept, and a test that ends with a refusal
 * that it did not look at has failed.
 */
final class FakeSlack implements AutoCloseable {
  static final String SECRET = "fake-signing-secret";
  static final String TOKEN = "xoxb-fake-bot-token";
  static final String CHANNEL = "C1";
  private static final Duration LONGEST_ACKNOWLEDGEMENT = Duration.ofSeconds(3);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final FakeWebApi api = new FakeWebApi(TOKEN);
  private final FakeAnswers answers;
  private final FakeSocket socket = new FakeSocket(this::acknowledged);
  private final Clock clock;

  FakeSlack(Clock clock) {
    this.clock = clock;
    this.answers = new FakeAnswers(clock);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.createContext("/", this::respond);
    server.setExecutor(threads);
    server.start();
  }

  /** Options of an app that lives in this Slack. */
  SlackOptions options() {
    return SlackOptions.of(Secret.of(SECRET), Secret.of(TOKEN))
        .withApiUrl(URI.create(here() + "/api/"))
        .withClock(clock);
  }

  /** The socket of this Slack. */
  FakeSocket socket() {
    return socket;
  }

  /** Somebody types a command that comes through the socket. */
  String typeThroughSocket(String user, String command, String text) {
    JsonObject payload = object(Posts.command(user, CHANNEL, command, text, commandAddress(user)));
    return socket.deliver("slash_commands", payload);
  }

  private void acknowledged(JsonObject request, JsonObject payload) {
    answers.acknowledged(
        request.get("user_id").getAsString(),
        request.get("channel_id").getAsString(),
        payload.toString());
  }

  FakeWebApi api() {
    return api;
  }

  /** What people see, oldest first. */
  List<Seen> seen() {
    return answers.seen();
  }

  /** Late answers do not get through: they are answered with this status. */
  void failAnswers(int status) {
    answers.fail(status);
  }

  /** How many of them did not get through. */
  int failedAnswers() {
    return answers.failures();
  }

  /** They get through again. */
  void mendAnswers() {
    answers.fail(0);
  }

  /** What was refused, and why. */
  List<String> refusals() {
    return answers.refusals();
  }

  /** Waits for that many messages, and gives the last. */
  Seen awaitMessage(int count) {
    Awaitility.await().atMost(LONGEST_WAIT).until(() -> seen().size() >= count);
    assertThat(seen()).hasSize(count);
    return seen().getLast();
  }

  /** Somebody types a command; the acknowledgement is shown when it holds a message. */
  SlackResponse type(SlackApp app, String user, String channel, String command, String text) {
    SlackResponse response =
        post(app, Posts.form(Posts.command(user, channel, command, text, commandAddress(user))));
    if (response.status() == 200 && !response.body().isEmpty()) {
      assertThat(response.headers().get("Content-Type")).startsWith("application/json");
      answers.acknowledged(user, channel, response.body());
    }
    return response;
  }

  /** Somebody presses a button of a message. */
  SlackResponse press(SlackApp app, String user, Seen message, String label) {
    return post(app, payload(pressed(user, message, label)));
  }

  /** The payload of a press. */
  JsonObject pressed(String user, Seen message, String label) {
    JsonObject action = message.button(label).deepCopy();
    action.addProperty("block_id", "b1");
    action.addProperty("action_ts", "1.1");
    JsonArray actions = new JsonArray();
    actions.add(action);
    JsonObject payload = new JsonObject();
    payload.addProperty("type", "block_actions");
    payload.add("user", object(Map.of("id", user, "username", "somebody", "team_id", "T1")));
    payload.add("team", object(Map.of("id", "T1", "domain", "example")));
    payload.add("channel", object(Map.of("id", message.channel(), "name", "directmessage")));
    payload.addProperty("trigger_id", Posts.trigger());
    payload.addProperty(
        "response_url",
        here()
            + "/actions/"
            + answers.address(user, message.channel(), answers.seen().indexOf(message)));
    payload.add("actions", actions);
    return payload;
  }

  /** A payload as the form that carries it. */
  static String payload(JsonObject payload) {
    return Posts.form(Map.of("payload", payload.toString()));
  }

  /** An address for late answers to a command. */
  String commandAddress(String user) {
    return here() + "/commands/" + answers.address(user, CHANNEL, -1);
  }

  /** Posts a body, signed; it must be answered in time. */
  SlackResponse post(SlackApp app, String body) {
    byte[] bytes = body.getBytes(UTF_8);
    long start = System.nanoTime();
    SlackResponse response = app.handle(Posts.signed(SECRET, clock.instant(), bytes), bytes);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST_ACKNOWLEDGEMENT);
    return response;
  }

  String here() {
    return "http://" + server.getAddress().getHostString() + ":" + server.getAddress().getPort();
  }

  /** What a request is answered. */
  private record Verdict(int status, String body) {}

  private void respond(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Verdict verdict = verdict(exchange, body);
      byte[] answer = verdict.body().getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(verdict.status(), answer.length == 0 ? -1 : answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private Verdict verdict(HttpExchange exchange, byte[] body) {
    String path = exchange.getRequestURI().getPath();
    String last = path.substring(path.lastIndexOf('/') + 1);
    if (!exchange.getRequestMethod().equals("POST")) {
      return new Verdict(405, "");
    }
    if (last.equals("apps.connections.open")) {
      String answer = socket.issue(header(exchange, "Authorization"));
      return new Verdict(answer.contains("HTTP 503") ? 503 : 200, answer);
    }
    if (path.startsWith("/api/")) {
      return new Verdict(
          api.status(), api.call(last, header(exchange, "Authorization"), form(body), here()));
    }
    if (path.startsWith("/upload/")) {
      return new Verdict(api.upload(last, body), "OK");
    }
    if (path.startsWith("/commands/") || path.startsWith("/actions/")) {
      FakeAnswers.Verdict verdict =
          answers.post(last, header(exchange, "Content-Type"), new String(body, UTF_8));
      return new Verdict(verdict.status(), verdict.body());
    }
    return new Verdict(404, "");
  }

  private static String header(HttpExchange exchange, String name) {
    return Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(name), "");
  }

  private static Map<String, String> form(byte[] body) {
    Map<String, String> form = new HashMap<>();
    for (String pair : new String(body, UTF_8).split("&")) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        form.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
      }
    }
    return form;
  }

  private static JsonObject object(Map<String, String> fields) {
    JsonObject object = new JsonObject();
    fields.forEach(object::addProperty);
    return object;
  }

  @Override
  public void close() {
    socket.close();
    server.stop(0);
    threads.shutdownNow();
  }
}
