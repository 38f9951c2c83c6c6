package io.tillbot.adapter.slack.fake;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
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

  private final List<SocketLink> links = new CopyOnWriteArrayList<>();
  private final List<String> refusals = new CopyOnWriteArrayList<>();
  private final Map<String, CompletableFuture<Optional<JsonObject>>> sent =
      new ConcurrentHashMap<>();
  private final Set<String> tickets = new HashSet<>();
  private final Set<String> used = new HashSet<>();
  private final World world;
  private final Gate gate = new Gate();
  private @Nullable SocketDoor door;
  private int turn;

  Sockets(World world) {
    this.world = world;
  }

  /** An address for one connection; the server starts when it is asked for first. */
  synchronized String newAddress() {
    SocketDoor there = door == null ? new SocketDoor(this) : door;
    door = there;
    String ticket = "ticket-" + world.next();
    tickets.add(ticket);
    return "ws://127.0.0.1:" + there.port() + "/link/?ticket=" + ticket + "&app_id=A1";
  }

  /** Why that ticket opens nothing, where it does not. */
  synchronized Optional<String> refusalOf(String ticket, boolean isUpgrade) {
    String code =
        !isUpgrade || !tickets.contains(ticket)
            ? "unknown_ticket"
            : used.add(ticket) ? "" : "used_ticket";
    if (code.isEmpty()) {
      return Optional.empty();
    }
    refusals.add(code);
    return Optional.of(code);
  }

  /** Everything that comes and goes passes it. */
  Gate gate() {
    return gate;
  }

  /** Takes a connection, unless there are too many. */
  synchronized boolean admits(SocketLink link) {
    if (links.size() == MOST) {
      refusals.add("too_many_websockets");
      return false;
    }
    // Before anything else comes through it.
    link.send(hello());
    links.add(link);
    notifyAll();
    return true;
  }

  synchronized void gone(SocketLink link) {
    links.remove(link);
  }

  /** Something was sent, through whichever connection. */
  void sent(String id, CompletableFuture<Optional<JsonObject>> answer) {
    sent.put(id, answer);
  }

  /**
   * It is acknowledged, perhaps through another connection than it came by. One that was delivered
   * anew meanwhile is acknowledged in vain.
   */
  void acknowledged(String id, JsonObject message) {
    CompletableFuture<Optional<JsonObject>> answer = sent.get(id);
    if (answer == null) {
      refuse("unknown_envelope");
    } else {
      answer.complete(Optional.of(message));
    }
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

  /** Every connection is asked whether the app is still there. */
  void ping() {
    links.forEach(SocketLink::ping);
  }

  /** How often the app has said so through the connections that there are. */
  int pongs() {
    return links.stream().mapToInt(SocketLink::pongs).sum();
  }

  /** Every connection breaks, without a goodbye. */
  void cut() {
    links.forEach(SocketLink::cut);
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
    message.addProperty("num_connections", count() + 1);
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
    gate.open();
    if (door != null) {
      door.close();
    }
    cut();
  }
}
