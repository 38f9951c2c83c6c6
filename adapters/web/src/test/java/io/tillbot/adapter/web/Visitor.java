package io.tillbot.adapter.web;

import io.tillbot.core.access.Caller;
import io.tillbot.core.link.LinkScene;
import io.tillbot.core.support.Words;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who visits the page, without a browser, and the whole bot behind it. */
final class Visitor implements AutoCloseable {
  private static final Pattern TOKEN = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");
  private static final Pattern CODE = Pattern.compile("id=\"code\"[^>]*>([^<]+)<");
  private static final String FORM = "application/x-www-form-urlencoded";

  final LinkScene scene;

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<String> counted = new CopyOnWriteArrayList<>();
  private final WebServer server;
  private volatile Optional<Duration> wait = Optional.empty();

  Visitor() {
    this("https://bot.example.com/");
  }

  Visitor(String publicUrl) {
    this(publicUrl, 0);
  }

  Visitor(String publicUrl, int proxies) {
    scene = new LinkScene(publicUrl);
    LinkSite site =
        new LinkSite(
            scene.page,
            (value, _) -> Words.of(value),
            () -> URI.create(publicUrl),
            subject -> {
              counted.add(subject);
              return wait;
            },
            proxies);
    server = WebServer.start(new WebOptions("127.0.0.1", 0), List.of(site));
  }

  /** Asks for a page in the chat; its path here. */
  String open(Caller caller) {
    return "/link/" + scene.open(caller);
  }

  static String id(String page) {
    return page.split("/")[2];
  }

  static String code(HttpResponse<String> answer) {
    return found(CODE, answer.body());
  }

  /** Whom the limiter was asked about. */
  List<String> counted() {
    return List.copyOf(counted);
  }

  HttpResponse<String> get(String path, String... headers) {
    return exchanged(request(path, headers).GET());
  }

  HttpResponse<String> method(String method, String path) {
    return exchanged(request(path).method(method, BodyPublishers.noBody()));
  }

  /** Somebody has come too often, for a second and a half. */
  HttpResponse<String> tooSoon(String path) {
    wait = Optional.of(Duration.ofMillis(1500));
    try {
      return get(path);
    } finally {
      wait = Optional.empty();
    }
  }

  /** The page's form, filled in. */
  String form(String path, String secret) {
    Matcher token = TOKEN.matcher(get(path).body());
    return "form="
        + (token.find() ? token.group(1) : "none")
        + "&kind=api-key&secret="
        + URLEncoder.encode(secret, StandardCharsets.UTF_8);
  }

  /** Fills the form in and sends it. */
  HttpResponse<String> send(String path, String secret) {
    return post(path, form(path, secret));
  }

  HttpResponse<String> post(String path, String body, String... headers) {
    return posted(path, BodyPublishers.ofString(body), headers);
  }

  /** In chunks, without saying how long it is. */
  HttpResponse<String> postInPieces(String path, String body) {
    return posted(
        path,
        BodyPublishers.ofInputStream(
            () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))));
  }

  private HttpResponse<String> posted(String path, BodyPublisher body, String... headers) {
    HttpRequest.Builder request = request(path, headers).POST(body);
    if (!List.of(headers).contains("Content-Type")) {
      request.header("Content-Type", FORM);
    }
    return exchanged(request);
  }

  /** Where an answer to that path leads. */
  String location(String path, HttpResponse<String> answer) {
    return address(path).resolve(answer.headers().firstValue("Location").orElseThrow()).getPath();
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address(path)).timeout(Duration.ofSeconds(10));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private HttpResponse<String> exchanged(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new AssertionError("not on the page: " + pattern);
    }
    return matcher.group(1);
  }

  @Override
  public void close() {
    http.close();
    server.close();
  }
}
