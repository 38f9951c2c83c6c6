package io.tillbot.adapter.slack.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** One connection, from Slack's side. */
final class SocketLink {
  private static final Duration UNTIL_CLOSED = Duration.ofSeconds(1);
  private static final short NORMAL = 1_000;

  private final Map<String, CompletableFuture<Optional<JsonObject>>> waiting =
      new ConcurrentHashMap<>();
  private final AtomicInteger pongs = new AtomicInteger();
  private final Sockets sockets;
  private final Socket socket;
  private final Frames frames;

  SocketLink(Sockets sockets, Socket socket) throws IOException {
    this.sockets = sockets;
    this.socket = socket;
    this.frames =
        new Frames(socket.getInputStream(), new BufferedOutputStream(socket.getOutputStream()));
  }

  /** Serves until either side has enough. */
  void serve() {
    if (!sockets.admits(this)) {
      send(Sockets.disconnect("too_many_websockets"));
      close();
    }
    try (socket) {
      for (Frames.Frame frame = frames.read();
          frame.opcode() != Frames.CLOSE;
          frame = frames.read()) {
        sockets.gate().pass();
        take(frame);
      }
      write(Frames.CLOSE, ByteBuffer.allocate(2).putShort(NORMAL).array());
    } catch (IOException broken) {
      // The other end is gone.
    } finally {
      broken();
    }
  }

  private void take(Frames.Frame frame) {
    switch (frame.opcode()) {
      case Frames.PING -> write(Frames.PONG, frame.content());
      case Frames.PONG -> pongs.incrementAndGet();
      default -> acknowledged(frame.text());
    }
  }

  /** How often the app has answered a {@link #ping()}. */
  int pongs() {
    return pongs.get();
  }

  void ping() {
    write(Frames.PING, "are you there".getBytes(UTF_8));
  }

  /** Sends an envelope; what comes back is its acknowledgement, or the end of the connection. */
  CompletableFuture<Optional<JsonObject>> envelope(String id, JsonObject envelope) {
    CompletableFuture<Optional<JsonObject>> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    sockets.sent(id, answer);
    if (!send(envelope) || socket.isClosed()) {
      broken();
    }
    return answer;
  }

  boolean send(JsonObject message) {
    sockets.gate().pass();
    return write(Frames.TEXT, message.toString().getBytes(UTF_8));
  }

  private boolean write(int opcode, byte[] content) {
    try {
      frames.write(opcode, content);
      return true;
    } catch (IOException broken) {
      return false;
    }
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
    write(Frames.CLOSE, ByteBuffer.allocate(2).putShort(NORMAL).array());
  }

  /** Breaks the connection without a goodbye. */
  void cut() {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException broken) {
      // It is what was wanted.
    }
    broken();
  }

  private void acknowledged(String text) {
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
    String id = message.get("envelope_id").getAsString();
    waiting.remove(id);
    sockets.acknowledged(id, message);
  }

  private void broken() {
    sockets.gone(this);
    waiting.values().forEach(answer -> answer.complete(Optional.empty()));
    waiting.clear();
  }
}
