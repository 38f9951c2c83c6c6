package io.tillbot.adapter.slack.fake;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;

/** One connection, from Slack's side. */
final class SocketLink extends WebSocketListener {
  private static final Duration UNTIL_CLOSED = Duration.ofSeconds(1);

  private final Map<String, CompletableFuture<Optional<JsonObject>>> waiting =
      new ConcurrentHashMap<>();
  private final Sockets sockets;
  private volatile @Nullable WebSocket socket;

  SocketLink(Sockets sockets) {
    this.sockets = sockets;
  }

  @Override
  public void onOpen(WebSocket opened, Response response) {
    socket = opened;
    if (sockets.admits(this)) {
      send(sockets.hello());
    } else {
      send(Sockets.disconnect("too_many_websockets"));
      opened.close(1_000, null);
    }
  }

  /** Sends an envelope; what comes back is its acknowledgement, or the end of the connection. */
  CompletableFuture<Optional<JsonObject>> envelope(String id, JsonObject envelope) {
    CompletableFuture<Optional<JsonObject>> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    if (!send(envelope)) {
      broken();
    }
    return answer;
  }

  boolean send(JsonObject message) {
    WebSocket there = socket;
    return there != null && there.send(message.toString());
  }

  /** Says that it will close, and closes: what was delivered may still be acknowledged. */
  void leave(JsonObject goodbye) {
    send(goodbye);
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                Thread.sleep(UNTIL_CLOSED);
              } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
              }
              close();
            });
  }

  private void close() {
    WebSocket there = socket;
    if (there != null) {
      there.close(1_000, null);
    }
  }

  @Override
  public void onMessage(WebSocket from, String text) {
    JsonObject message;
    try {
      message = JsonParser.parseString(text).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException unreadable) {
      sockets.refuse("no_acknowledgement");
      return;
    }
    if (!message.has("envelope_id")) {
      sockets.refuse("no_acknowledgement");
      return;
    }
    CompletableFuture<Optional<JsonObject>> answer =
        waiting.remove(message.get("envelope_id").getAsString());
    if (answer == null) {
      sockets.refuse("unknown_envelope");
      return;
    }
    answer.complete(Optional.of(message));
  }

  @Override
  public void onClosing(WebSocket from, int code, String reason) {
    from.close(1_000, null);
    broken();
  }

  @Override
  public void onClosed(WebSocket from, int code, String reason) {
    broken();
  }

  @Override
  public void onFailure(WebSocket from, Throwable failure, @Nullable Response response) {
    broken();
  }

  private void broken() {
    sockets.gone(this);
    waiting.values().forEach(answer -> answer.complete(Optional.empty()));
    waiting.clear();
  }
}
