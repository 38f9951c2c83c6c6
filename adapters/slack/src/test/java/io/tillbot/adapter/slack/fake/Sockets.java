package io.tillbot.adapter.slack.fake;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/**
 * The connections that the app has opened: docs.slack.dev/apis/events-api/using-socket-mode. Safe
 * for many threads.
 */
final class Sockets implements AutoCloseable {
  static final List<Rule> RULES =
      Rule.of(
          "socket",
          "unknown_ticket",
          "used_ticket",
          "too_many_websockets",
          "unknown_envelope",
          "no_acknowledgement",
          "payload_not_accepted");

  private static final int MOST = 10;
  private static final Logger CHATTER = Logger.getLogger(MockWebServer.class.getName());

  private final List<SocketLink> links = new CopyOnWriteArrayList<>();
  private final List<String> refusals = new CopyOnWriteArrayList<>();
  private final Set<String> tickets = new HashSet<>();
  private final Set<String> used = new HashSet<>();
  private final World world;
  private @Nullable MockWebServer server;
  private @Nullable Wire wire;
  private int turn;

  Sockets(World world) {
    this.world = world;
  }

  /** An address for one connection. */
  synchronized String newAddress() {
    String ticket = "ticket-" + world.next();
    tickets.add(ticket);
    return "ws://127.0.0.1:" + wire().port() + "/link/?ticket=" + ticket + "&app_id=A1";
  }

  /** The wire to the server, which is started when it is needed first. */
  synchronized Wire wire() {
    Wire there = wire;
    if (there != null) {
      return there;
    }
    CHATTER.setLevel(Level.WARNING);
    MockWebServer fresh = new MockWebServer();
    fresh.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return connect(request.getUrl().queryParameter("ticket"));
          }
        });
    try {
      fresh.start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server = fresh;
    Wire made = new Wire(fresh.getPort());
    wire = made;
    return made;
  }

  private synchronized MockResponse connect(@Nullable String ticket) {
    if (ticket == null || !tickets.contains(ticket)) {
      return refused("unknown_ticket");
    }
    if (!used.add(ticket)) {
      return refused("used_ticket");
    }
    return new MockResponse.Builder().webSocketUpgrade(new SocketLink(this)).build();
  }

  private MockResponse refused(String code) {
    refusals.add(code);
    return new MockResponse.Builder()
        .code(400)
        .addHeader("Content-Type", "application/json")
        .body(new Refused(code).json().toString())
        .build();
  }

  /** Takes a connection, unless there are too many. */
  synchronized boolean admits(SocketLink link) {
    if (links.size() == MOST) {
      refusals.add("too_many_websockets");
      return false;
    }
    links.add(link);
    notifyAll();
    return true;
  }

  synchronized void gone(SocketLink link) {
    links.remove(link);
  }

  void refuse(String code) {
    refusals.add(code);
  }

  /** How many connections deliveries can go through. */
  int count() {
    return links.size();
  }

  /** A connection, each in its turn; empty when none is opened in time. */
  synchronized Optional<SocketLink> await(long deadline) throws InterruptedException {
    while (links.isEmpty()) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return Optional.empty();
      }
      wait(left);
    }
    return Optional.of(links.get(Math.floorMod(turn++, links.size())));
  }

  /** Every connection is told that it will be closed soon; it still serves. */
  void warn() {
    links.forEach(link -> link.send(disconnect("warning")));
  }

  /** Every connection is to be opened anew; nothing more is delivered through it. */
  void refresh() {
    List<SocketLink> old = new ArrayList<>(links);
    old.forEach(this::gone);
    old.forEach(link -> link.leave(disconnect("refresh_requested")));
  }

  static JsonObject disconnect(String reason) {
    JsonObject message = new JsonObject();
    message.addProperty("type", "disconnect");
    message.addProperty("reason", reason);
    message.add("debug_info", debug());
    return message;
  }

  JsonObject hello() {
    JsonObject app = new JsonObject();
    app.addProperty("app_id", "A1");
    JsonObject message = new JsonObject();
    message.addProperty("type", "hello");
    message.addProperty("num_connections", count());
    message.add("debug_info", debug());
    message.add("connection_info", app);
    return message;
  }

  private static JsonObject debug() {
    JsonObject debug = new JsonObject();
    debug.addProperty("host", "applink-1");
    debug.addProperty("approximate_connection_time", 18_060);
    return debug;
  }

  String newEnvelope() {
    return "envelope-" + world.next();
  }

  List<String> refusals() {
    return List.copyOf(refusals);
  }

  @Override
  public synchronized void close() {
    Wire there = wire;
    MockWebServer running = server;
    if (there != null && running != null) {
      there.close();
      running.close();
    }
  }
}
