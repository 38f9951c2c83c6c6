package io.tillbot.adapter.slack.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Slack's HTTP: the Web API, uploads and late answers, on one port. */
final class FakeServer implements AutoCloseable {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private final WebApi api;
  private final Answers answers;
  private final Files files;

  FakeServer(WebApi api, Answers answers, Files files) {
    this.api = api;
    this.answers = answers;
    this.files = files;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.createContext("/", this::respond);
    server.setExecutor(threads);
    server.start();
  }

  /** Without a slash at its end. */
  String address() {
    return "http://" + server.getAddress().getHostString() + ":" + server.getAddress().getPort();
  }

  /** What a request is answered. */
  private record Verdict(int status, String body, Optional<Integer> retryAfter) {
    private Verdict(int status, String body) {
      this(status, body, Optional.empty());
    }
  }

  private void respond(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Verdict verdict = verdict(exchange, body);
      byte[] answer = verdict.body().getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      verdict
          .retryAfter()
          .ifPresent(
              seconds ->
                  exchange.getResponseHeaders().set("Retry-After", Integer.toString(seconds)));
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
    if (path.startsWith("/api/")) {
      WebApi.Answer answer =
          api.call(last, header(exchange, "Authorization"), arguments(exchange, body));
      return new Verdict(answer.status(), answer.json().toString(), answer.retryAfter());
    }
    if (path.startsWith("/upload/")) {
      return new Verdict(files.upload(last, body), "OK");
    }
    if (path.startsWith("/commands/") || path.startsWith("/actions/")) {
      Answers.Verdict verdict =
          answers.post(last, header(exchange, "Content-Type"), new String(body, UTF_8));
      return new Verdict(verdict.status(), verdict.body());
    }
    return new Verdict(404, "");
  }

  private static String header(HttpExchange exchange, String name) {
    return Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(name), "");
  }

  private static Map<String, String> arguments(HttpExchange exchange, byte[] body) {
    String text = new String(body, UTF_8);
    return header(exchange, "Content-Type").startsWith("application/json")
        ? WebApi.arguments(JsonParser.parseString(text).getAsJsonObject())
        : form(text);
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new HashMap<>();
    for (String pair : body.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        form.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
      }
    }
    return form;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
