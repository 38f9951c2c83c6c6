package io.tillbot.adapter.slack;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.websocket.ClientEndpointConfig;
import javax.websocket.CloseReason;
import javax.websocket.DeploymentException;
import javax.websocket.Endpoint;
import javax.websocket.EndpointConfig;
import javax.websocket.MessageHandler;
import javax.websocket.PongMessage;
import javax.websocket.Session;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;

/** One WebSocket to Slack. Safe for many threads. */
final class SocketLink implements AutoCloseable {
  private static final Duration LONGEST_HANDSHAKE = Duration.ofSeconds(10);
  private static final CloseReason GOODBYE =
      new CloseReason(CloseReason.CloseCodes.NORMAL_CLOSURE, "");

  private final Session session;
  private final AtomicLong lastSign;
  private final AtomicInteger owed = new AtomicInteger();

  private SocketLink(Session session, AtomicLong lastSign) {
    this.session = session;
    this.lastSign = lastSign;
  }

  /** Hears what happens, on threads that are not to be kept waiting. */
  interface Ear {

    /** A message came. */
    void heard(String message);

    /** It is over. */
    void ended();
  }

  /**
   * Opens one.
   *
   * @throws IOException when it did not open in time; without the address, which is a secret
   */
  static SocketLink open(URI address, Ear ear) throws IOException {
    ClientManager manager = ClientManager.createClient();
    manager
        .getProperties()
        .put(ClientProperties.HANDSHAKE_TIMEOUT, (int) LONGEST_HANDSHAKE.toMillis());
    AtomicLong lastSign = new AtomicLong(System.nanoTime());
    try {
      Session session =
          manager.connectToServer(
              new Ends(ear, lastSign), ClientEndpointConfig.Builder.create().build(), address);
      return new SocketLink(session, lastSign);
    } catch (DeploymentException refused) {
      throw new IOException("the connection was not opened");
    }
  }

  /** Our end of the WebSocket. */
  private static final class Ends extends Endpoint {
    private final Ear ear;
    private final AtomicLong lastSign;

    private Ends(Ear ear, AtomicLong lastSign) {
      this.ear = ear;
      this.lastSign = lastSign;
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
      session.addMessageHandler(
          String.class,
          message -> {
            lastSign.set(System.nanoTime());
            ear.heard(message);
          });
      session.addMessageHandler(
          PongMessage.class,
          (MessageHandler.Whole<PongMessage>) _ -> lastSign.set(System.nanoTime()));
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
      ear.ended();
    }

    @Override
    public void onError(Session session, Throwable trouble) {
      // What it was is in no way certain to hold no content; that it closes is told apart.
    }
  }

  /** Something came through it that is to be acknowledged. */
  void owes() {
    owed.incrementAndGet();
  }

  /** That was done, or given up. */
  void owesNoMore() {
    owed.decrementAndGet();
  }

  /** How much is still to be acknowledged. */
  int owed() {
    return owed.get();
  }

  boolean isOpen() {
    return session.isOpen();
  }

  /** How long nothing was heard from the other end, not even a pong. */
  Duration silence() {
    return Duration.ofNanos(System.nanoTime() - lastSign.get());
  }

  /** Asks for a sign of life. */
  void ping() {
    try {
      session.getAsyncRemote().sendPing(ByteBuffer.wrap(new byte[] {1}));
    } catch (IOException | RuntimeException gone) {
      close();
    }
  }

  /** Whether the text was written; that does not mean that it arrived. */
  boolean send(String text, Duration patience) {
    if (!session.isOpen()) {
      return false;
    }
    try {
      session.getAsyncRemote().sendText(text).get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException | TimeoutException | RuntimeException lost) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    try {
      session.close(GOODBYE);
    } catch (IOException | RuntimeException gone) {
      // It is closed.
    }
  }
}
