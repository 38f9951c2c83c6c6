package io.tillbot.adapter.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Calls a sandbox over HTTP, with nothing of the product in between. */
final class Api implements AutoCloseable {

  private final HttpClient http;
  private final Sandbox sandbox;
  private final String token;

  private Api(Sandbox sandbox, String token) {
    this(sandbox, token, HttpClient.newBuilder());
  }

  private Api(Sandbox sandbox, String token, HttpClient.Builder http) {
    this.http = http.version(HttpClient.Version.HTTP_1_1).build();
    this.sandbox = sandbox;
    this.token = token;
  }

  /** The same calls from another address of this machine. */
  Api from(String address) {
    try {
      return new Api(
          sandbox, token, HttpClient.newBuilder().localAddress(InetAddress.getByName(address)));
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  /** The demo customer's calls. */
  static Api demo(Sandbox sandbox) {
    return new Api(sandbox, sandbox.demo().token());
  }

  /** The calls of an invented customer. */
  static Api of(Sandbox sandbox, String login) {
    return new Api(
        sandbox,
        sandbox.logins().stream()
            .filter(one -> one.name().equals(login))
            .findFirst()
            .orElseThrow()
            .token());
  }

  static Api withToken(Sandbox sandbox, String token) {
    return new Api(sandbox, token);
  }

  Sandbox sandbox() {
    return sandbox;
  }

  JsonObject call(String action, String... fields) {
    return json(send(action, fields));
  }

  HttpResponse<byte[]> send(String action, String... fields) {
    try {
      return trySend(action, fields);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  HttpResponse<byte[]> trySend(String action, String... fields) throws IOException {
    String form = "action=" + action + "&token=" + token + (fields.length > 0 ? "&" : "");
    return post(sandbox.whmcs(), form + form(fields));
  }

  JsonObject auth(String action, String... fields) {
    try {
      String form = "action=" + action + (fields.length > 0 ? "&" : "");
      return json(post(sandbox.auth(), form + form(fields)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Calls a control address: {@code "POST pay/123"}. */
  HttpResponse<byte[]> control(String verbAndPath, String... fields) {
    String[] parts = verbAndPath.split(" ");
    HttpRequest request =
        HttpRequest.newBuilder(sandbox.control().resolve(parts[1]))
            .method(parts[0], HttpRequest.BodyPublishers.ofString(form(fields)))
            .build();
    return exchange(request);
  }

  HttpResponse<byte[]> exchange(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<byte[]> post(URI address, String body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .timeout(Duration.ofSeconds(20))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonObject json(HttpResponse<byte[]> response) {
    return JsonParser.parseString(text(response)).getAsJsonObject();
  }

  static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  private static String form(String... fields) {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      form.append(i == 0 ? "" : "&")
          .append(URLEncoder.encode(fields[i], StandardCharsets.UTF_8))
          .append('=')
          .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    return form.toString();
  }

  String token() {
    return token;
  }

  BigDecimal credit() {
    return call("getcredits").get("message").getAsBigDecimal();
  }

  JsonObject invoice(int id) {
    return call("get_invoice", "invoice_id", Integer.toString(id));
  }

  BigDecimal balance(int invoice) {
    return invoice(invoice).get("balance").getAsBigDecimal();
  }

  String status(int invoice) {
    return invoice(invoice).get("status").getAsString();
  }

  String serverStatus(int server) {
    return call("get_billing_data", "id", Integer.toString(server))
        .getAsJsonObject("data")
        .get("status")
        .getAsString();
  }

  JsonArray cancellations() {
    return call("get_cancellation_requests").getAsJsonArray("message");
  }

  static boolean isDone(JsonObject answer) {
    JsonElement result = answer.get("result");
    return result != null
        && (result.getAsString().equals("OK") || result.getAsString().equals("success"));
  }

  @Override
  public void close() {
    http.close();
    sandbox.close();
  }
}
