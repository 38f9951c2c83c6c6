package io.tillbot.adapter.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;

/**
 * Slack's end of the socket: addresses that serve once, envelopes that are delivered until they are
 * acknowledged, connections that are cut. Safe for many threads.
 */
final class FakeSocket implements AutoCloseable {
  static final String APP_TOKEN = "xapp-fake-app-token";

  private final MockWebServer server = new MockWebServer();
  private final Cable cable;
  private final Set<String> tickets = new TreeSet<>();
  private final List<WebSocket> open = new ArrayList<>();
  private final Map<String, JsonObject> waiting = new LinkedHashMap<>();
  private final Map<String, JsonObject> acknowledged = new LinkedHashMap<>();
  private final List<String> refusals = new ArrayList<>();
  private final BiConsumer<JsonObject, JsonObject> answered;
  private int numbers;
  private int connections;
  private int asked;
  private int swallowed;
  private @Nullable String error;

  /**
   * @param answered told what was delivered, and what its acknowledgement holds
   */
  FakeSocket(BiConsumer<JsonObject, JsonObject> answered) {
    this.answered = answered;
    server.setDispatcher(new Door());
    try {
      server.start();
      cable = new Cable(server.getPort());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private final class Door extends Dispatcher {
    @Override
    public MockResponse dispatch(RecordedRequest request) {
      String ticket = String.valueOf(request.getUrl().queryParameter("ticket"));
      return isGood(ticket)
          ? new MockResponse.Builder().webSocketUpgrade(new Line()).build()
          : new MockResponse.Builder().code(404).build();
    }
  }

  private synchronized boolean isGood(String ticket) {
    return tickets.remove(ticket);
  }

  /** What {@code apps.connections.open} answers. */
  synchronized String issue(String authorization) {
    asked++;
    if (error != null) {
      return "{\"ok\":false,\"error\":\"" + error + "\"}";
    }
    if (!authorization.equals("Bearer " + APP_TOKEN)) {
      return "{\"ok\":false,\"error\":\"invalid_auth\"}";
    }
    String ticket = "ticket-" + ++numbers;
    tickets.add(ticket);
    return "{\"ok\":true,\"url\":\"ws://127.0.0.1:%d/link/?ticket=%s\"}"
        .formatted(cable.port(), ticket);
  }

  /** From now on no connection is given: that is what Slack says. */
  synchronized void refuse(@Nullable String code) {
    error = code;
  }

  /** The next acknowledgements are lost on their way, with their connection. */
  synchronized void swallow(int count) {
    swallowed = count;
  }

  private final class Line extends WebSocketListener {
    @Override
    public void onOpen(WebSocket socket, Response response) {
      synchronized (FakeSocket.this) {
        connections++;
        open.add(socket);
        socket.send("{\"type\":\"hello\",\"num_connections\":" + open.size() + "}");
        waiting.values().forEach(envelope -> socket.send(envelope.toString()));
      }
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
      taken(socket, text);
    }

    @Override
    public void onClosing(WebSocket socket, int code, String reason) {
      gone(socket);
      socket.close(1000, null);
    }

    @Override
    public void onFailure(WebSocket socket, Throwable failure, @Nullable Response response) {
      gone(socket);
    }
  }

  private synchronized void gone(WebSocket socket) {
    open.remove(socket);
  }

  private synchronized void taken(WebSocket socket, String text) {
    if (swallowed > 0) {
      swallowed--;
      gone(socket);
      cable.cut();
      return;
    }
    JsonObject message = JsonParser.parseString(text).getAsJsonObject();
    String id = message.get("envelope_id").getAsString();
    JsonObject envelope = waiting.remove(id);
    if (envelope == null) {
      if (!acknowledged.containsKey(id)) {
        refusals.add("unknown envelope " + id);
      }
      return;
    }
    acknowledged.put(id, message);
    if (message.has("payload")) {
      if (envelope.get("accepts_response_payload").getAsBoolean()) {
        answered.accept(envelope.getAsJsonObject("payload"), message.getAsJsonObject("payload"));
      } else {
        refusals.add("no payload is accepted here");
      }
    }
  }

  /** Delivers something; gives its id. */
  String deliver(String type, JsonObject payload) {
    return deliver(type, payload, !type.equals("events_api"));
  }

  private synchronized String deliver(String type, JsonObject payload, boolean accepts) {
    JsonObject envelope = new JsonObject();
    String id = "envelope-" + ++numbers;
    envelope.addProperty("envelope_id", id);
    envelope.addProperty("type", type);
    envelope.addProperty("accepts_response_payload", accepts);
    envelope.add("payload", payload);
    waiting.put(id, envelope);
    if (!open.isEmpty()) {
      open.getLast().send(envelope.toString());
    }
    return id;
  }

  /** Sends a text as it is. */
  synchronized void say(String text) {
    open.getLast().send(text);
  }

  /** Says that the connection is going to be refreshed. */
  void refresh() {
    say("{\"type\":\"disconnect\",\"reason\":\"refresh_requested\"}");
  }

  /** Breaks every connection without a word. */
  synchronized void cut() {
    open.clear();
    cable.cut();
  }

  synchronized int open() {
    return open.size();
  }

  /** How often a connection was asked for. */
  synchronized int asked() {
    return asked;
  }

  /** How many there were so far. */
  synchronized int connections() {
    return connections;
  }

  synchronized boolean isAcknowledged(String id) {
    return acknowledged.containsKey(id);
  }

  synchronized boolean hasAnswer(String id) {
    return isAcknowledged(id) && acknowledged.get(id).has("payload");
  }

  synchronized int unacknowledged() {
    return waiting.size();
  }

  synchronized List<String> refusals() {
    return List.copyOf(refusals);
  }

  @Override
  public void close() {
    try {
      cable.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.close();
  }
}
