package io.tillbot.adapter.discord.fake;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;

/** The gateway: {@code …/topics/gateway}. One connection at a time; a resumption starts anew. */
final class Gateway extends WebSocketListener {
  private static final int DISPATCH = 0;
  private static final int HEARTBEAT = 1;
  private static final int IDENTIFY = 2;
  private static final int RESUME = 6;
  private static final int INVALID_SESSION = 9;
  private static final int HELLO = 10;
  private static final int HEARTBEAT_ACK = 11;
  private static final int UNKNOWN_OPCODE = 4_001;
  private static final int AUTHENTICATION_FAILED = 4_004;
  private static final int DISALLOWED_INTENTS = 4_014;

  /** Those for which a bot has to be approved: members, presences, message contents. */
  private static final int PRIVILEGED_INTENTS = 1 << 1 | 1 << 8 | 1 << 15;

  private final String token;
  private final Supplier<String> address;
  private final AtomicInteger sequence = new AtomicInteger();
  private volatile @Nullable WebSocket connection;
  private volatile int intents = -1;

  Gateway(String token, Supplier<String> address) {
    this.token = token;
    this.address = address;
  }

  @Override
  public void onOpen(WebSocket socket, Response response) {
    send(socket, HELLO, DataObject.empty().put("heartbeat_interval", 41_250));
  }

  @Override
  public void onMessage(WebSocket socket, String text) {
    DataObject message = DataObject.fromJson(text);
    switch (message.getInt("op")) {
      case HEARTBEAT -> send(socket, HEARTBEAT_ACK, null);
      case IDENTIFY -> identify(socket, message.getObject("d"));
      case RESUME ->
          socket.send(DataObject.empty().put("op", INVALID_SESSION).put("d", false).toString());
      case 3, 4, 8 -> {
        // Presence, voice state, members: nothing that this fake tells of.
      }
      default -> socket.close(UNKNOWN_OPCODE, "Unknown opcode.");
    }
  }

  private void identify(WebSocket socket, DataObject identity) {
    if (!identity.getString("token").equals(token)) {
      socket.close(AUTHENTICATION_FAILED, "Authentication failed.");
    } else if ((identity.getInt("intents") & PRIVILEGED_INTENTS) != 0) {
      socket.close(DISALLOWED_INTENTS, "Disallowed intent(s).");
    } else {
      intents = identity.getInt("intents");
      connection = socket;
      dispatch("READY", World.ready(address.get()));
      dispatch("GUILD_CREATE", World.guild());
    }
  }

  /** Tells the bot of something. */
  void dispatch(String event, DataObject data) {
    WebSocket socket = connection;
    if (socket == null) {
      throw new AssertionError("the bot is not connected");
    }
    socket.send(
        DataObject.empty()
            .put("op", DISPATCH)
            .put("s", sequence.incrementAndGet())
            .put("t", event)
            .put("d", data)
            .toString());
  }

  private static void send(WebSocket socket, int operation, @Nullable DataObject data) {
    socket.send(DataObject.empty().put("op", operation).put("d", data).toString());
  }

  @Override
  public void onClosing(WebSocket socket, int code, String reason) {
    connection = null;
    socket.close(code, null);
  }

  @Override
  public void onFailure(WebSocket socket, Throwable failure, @Nullable Response response) {
    connection = null;
  }

  boolean isConnected() {
    return connection != null;
  }

  /** What the bot asked to hear of. */
  int intents() {
    return intents;
  }
}
