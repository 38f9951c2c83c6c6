package io.tillbot.adapter.discord.fake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;

/**
 * The gateway: {@code …/topics/gateway}. One session, one connection at a time; what happens while
 * the bot is away is told when it resumes its session.
 */
final class Gateway extends WebSocketListener {
  private static final int DISPATCH = 0;
  private static final int HEARTBEAT = 1;
  private static final int IDENTIFY = 2;
  private static final int RESUME = 6;
  private static final int RECONNECT = 7;
  private static final int INVALID_SESSION = 9;
  private static final int HELLO = 10;
  private static final int HEARTBEAT_ACK = 11;
  private static final int UNKNOWN_OPCODE = 4_001;
  private static final int NOT_AUTHENTICATED = 4_003;
  private static final int AUTHENTICATION_FAILED = 4_004;
  private static final int ALREADY_AUTHENTICATED = 4_005;
  private static final int INVALID_SEQUENCE = 4_007;
  private static final int DISALLOWED_INTENTS = 4_014;

  /** Those for which a bot has to be approved: members, presences, message contents. */
  private static final int PRIVILEGED_INTENTS = 1 << 1 | 1 << 8 | 1 << 15;

  private String token;
  private final Supplier<String> address;
  private final List<DataObject> events = new ArrayList<>();
  private Duration heartbeat = Duration.ofMillis(41_250);
  private int sessions;
  private boolean isSessionValid;
  private boolean acknowledges = true;
  private @Nullable WebSocket connection;
  private int intents = -1;
  private int identified;
  private int resumed;

  Gateway(String token, Supplier<String> address) {
    this.token = token;
    this.address = address;
  }

  @Override
  public synchronized void onOpen(WebSocket socket, Response response) {
    send(socket, HELLO, DataObject.empty().put("heartbeat_interval", heartbeat.toMillis()));
  }

  @Override
  public synchronized void onMessage(WebSocket socket, String text) {
    DataObject message = DataObject.fromJson(text);
    switch (message.getInt("op")) {
      case HEARTBEAT -> {
        if (acknowledges) {
          send(socket, HEARTBEAT_ACK, null);
        }
      }
      case IDENTIFY -> identify(socket, message.getObject("d"));
      case RESUME -> resume(socket, message.getObject("d"));
      case 3, 4, 8 -> {
        // Presence, voice state, members: nothing that this fake tells of.
        if (socket != connection) {
          socket.close(NOT_AUTHENTICATED, "Not authenticated.");
        }
      }
      default -> socket.close(UNKNOWN_OPCODE, "Unknown opcode.");
    }
  }

  private void identify(WebSocket socket, DataObject identity) {
    if (!identity.getString("token").equals(token)) {
      socket.close(AUTHENTICATION_FAILED, "Authentication failed.");
    } else if (socket == connection) {
      socket.close(ALREADY_AUTHENTICATED, "Already authenticated.");
    } else if ((identity.getInt("intents") & PRIVILEGED_INTENTS) != 0) {
      socket.close(DISALLOWED_INTENTS, "Disallowed intent(s).");
    } else {
      intents = identity.getInt("intents");
      identified++;
      sessions++;
      isSessionValid = true;
      events.clear();
      connection = socket;
      dispatch("READY", World.ready(address.get(), session()));
      dispatch("GUILD_CREATE", World.guild());
    }
  }

  private void resume(WebSocket socket, DataObject session) {
    int seen = session.getInt("seq");
    if (!session.getString("token").equals(token)) {
      socket.close(AUTHENTICATION_FAILED, "Authentication failed.");
    } else if (!isSessionValid || !session.getString("session_id").equals(session())) {
      send(socket, INVALID_SESSION, false);
    } else if (seen > events.size()) {
      socket.close(INVALID_SEQUENCE, "Invalid seq.");
    } else {
      resumed++;
      connection = socket;
      events.subList(seen, events.size()).forEach(event -> socket.send(event.toString()));
      dispatch("RESUMED", DataObject.empty());
    }
  }

  private String session() {
    return "fake-session-" + sessions;
  }

  /** Tells the bot of something, or will when it comes back. */
  synchronized void dispatch(String event, DataObject data) {
    if (!isSessionValid) {
      throw new AssertionError("the bot was never connected, or its session is gone");
    }
    DataObject dispatched =
        DataObject.empty()
            .put("op", DISPATCH)
            .put("s", events.size() + 1)
            .put("t", event)
            .put("d", data);
    events.add(dispatched);
    WebSocket socket = connection;
    if (socket != null) {
      socket.send(dispatched.toString());
    }
  }

  private static void send(WebSocket socket, int operation, @Nullable Object data) {
    socket.send(DataObject.empty().put("op", operation).put("d", data).toString());
  }

  /** Asks the bot to connect anew and to resume: {@code …/gateway-events#reconnect}. */
  synchronized void askToReconnect() {
    WebSocket socket = connection;
    if (socket != null) {
      send(socket, RECONNECT, null);
    }
  }

  /** The token is valid no more. */
  synchronized void revoke() {
    token = "another-token";
    isSessionValid = false;
  }

  /** Ends the session, so that the bot has to identify itself again. */
  synchronized void invalidate() {
    isSessionValid = false;
    WebSocket socket = connection;
    connection = null;
    if (socket != null) {
      send(socket, INVALID_SESSION, false);
    }
  }

  /** How often the bot is to give a sign of life; for connections to come. */
  synchronized void heartbeat(Duration interval) {
    heartbeat = interval;
  }

  /** Whether heartbeats are answered; a connection on which they are not is dead. */
  synchronized void acknowledges(boolean does) {
    acknowledges = does;
  }

  /** The connection was cut, which nobody tells the server. */
  synchronized void forgetConnection() {
    connection = null;
  }

  @Override
  public synchronized void onClosing(WebSocket socket, int code, String reason) {
    if (connection == socket) {
      connection = null;
      // Whoever says goodbye gives up the session: …/topics/gateway#disconnecting.
      isSessionValid &= code != 1_000 && code != 1_001;
    }
    socket.close(code, null);
  }

  @Override
  public synchronized void onFailure(
      WebSocket socket, Throwable failure, @Nullable Response response) {
    if (connection == socket) {
      connection = null;
    }
  }

  synchronized boolean isConnected() {
    return connection != null;
  }

  /** What the bot asked to hear of. */
  synchronized int intents() {
    return intents;
  }

  synchronized int identified() {
    return identified;
  }

  synchronized int resumed() {
    return resumed;
  }
}
