package io.tillbot.adapter.slack.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Socket Mode, against a client that does as it is told. */
class SocketsTest {
  private static final String APP = "Bearer xapp-t";

  private final Web web = new Web();
  private final Sockets sockets = web.world().sockets();
  private final SocketWay way = new SocketWay(sockets);
  private final OkHttpClient http = new OkHttpClient();

  @AfterEach
  void close() {
    sockets.close();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }

  @Test
  void anAddressServesForOneConnection() {
    String address = address();
    Client first = connected(address);
    assertThat(first.received.getFirst().get("type").getAsString()).isEqualTo("hello");
    Client second = new Client(address, UnaryOperator.identity());
    Awaitility.await().until(() -> second.failed);
    Client third =
        new Client(address.replaceAll("ticket-\\d+", "guessed"), UnaryOperator.identity());
    Awaitility.await().until(() -> third.failed);
    assertThat(sockets.refusals()).containsExactly("used_ticket", "unknown_ticket");
  }

  @Test
  void anEnvelopeIsAcknowledgedWithAMessageWhereItMayBe() {
    Client client = connected(address());
    client.answer = envelope -> with(envelope, "{\"text\":\"x\"}");
    Acknowledgement acknowledgement = way.deliver(command());
    assertThat(acknowledgement.status()).isEqualTo(200);
    assertThat(acknowledgement.body()).isEqualTo("{\"text\":\"x\"}");
    JsonObject envelope = client.received.getLast();
    assertThat(envelope.get("type").getAsString()).isEqualTo("slash_commands");
    assertThat(envelope.get("accepts_response_payload").getAsBoolean()).isTrue();
    assertThat(sockets.refusals()).isEmpty();
  }

  @Test
  void anEventIsAcknowledgedWithoutAWord() {
    Client client = connected(address());
    client.answer = envelope -> with(envelope, "{\"text\":\"x\"}");
    Delivery event = Delivery.of(Delivery.Kind.EVENT, new JsonObject()).again(1, "timeout");
    assertThat(way.deliver(event).body()).isEqualTo("{\"text\":\"x\"}");
    assertThat(client.received.getLast().get("retry_attempt").getAsInt()).isEqualTo(1);
    assertThat(client.received.getLast().get("retry_reason").getAsString()).isEqualTo("timeout");
    assertThat(sockets.refusals()).containsExactly("payload_not_accepted");
  }

  @Test
  void anAcknowledgementIsOfAnEnvelopeThatWasSent() {
    Client client = connected(address());
    client.socket.send("{\"envelope_id\":\"guessed\"}");
    client.socket.send("{\"colour\":\"red\"}");
    client.socket.send("hello");
    Awaitility.await().until(() -> sockets.refusals().size() == 3);
    assertThat(sockets.refusals())
        .containsExactly("unknown_envelope", "no_acknowledgement", "no_acknowledgement");
  }

  @Test
  void whatIsNotAcknowledgedInTimeIsNot() {
    Client client = connected(address());
    client.answer = null;
    assertThat(way.deliver(command()).isInTime()).isFalse();
  }

  @Test
  void whatWasNotAcknowledgedBeforeTheWireWasCutIsDeliveredAgain() {
    Client first = connected(address());
    first.answer = null;
    CompletableFuture<Acknowledgement> delivered =
        CompletableFuture.supplyAsync(() -> way.deliver(command()));
    Awaitility.await().until(() -> first.received.size() == 2);
    sockets.cut();
    Awaitility.await().until(() -> first.failed);
    Client second = connected(address());
    assertThat(delivered.join().status()).isEqualTo(200);
    assertThat(second.received.getLast().get("payload"))
        .isEqualTo(first.received.getLast().get("payload"));
    assertThat(second.received.getLast().get("envelope_id"))
        .isNotEqualTo(first.received.getLast().get("envelope_id"));
    assertThat(way.redelivered()).isEqualTo(1);
  }

  @Test
  void aFrozenWireLetsNothingThroughUntilItThaws() {
    connected(address());
    sockets.gate().shut();
    CompletableFuture<Acknowledgement> delivered =
        CompletableFuture.supplyAsync(() -> way.deliver(command()));
    assertThat(delivered.isDone()).isFalse();
    sockets.gate().open();
    assertThat(delivered.join().status()).isEqualTo(200);
  }

  @Test
  void aConnectionIsAskedWhetherItStillLives() {
    connected(address());
    sockets.ping();
    Awaitility.await().until(() -> sockets.pongs() == 1);
  }

  @Test
  void connectionsTakeTurns() {
    Client first = connected(address());
    Client second = connected(address());
    way.deliver(command());
    way.deliver(command());
    assertThat(first.received).hasSize(2);
    assertThat(second.received).hasSize(2);
  }

  @Test
  void thereAreTenConnectionsAtMost() {
    for (int i = 0; i < 10; i++) {
      connected(address());
    }
    Client last = new Client(address(), UnaryOperator.identity());
    Awaitility.await().until(() -> !last.received.isEmpty());
    assertThat(last.received.getFirst().get("reason").getAsString())
        .isEqualTo("too_many_websockets");
    assertThat(sockets.count()).isEqualTo(10);
    assertThat(sockets.refusals()).containsExactly("too_many_websockets");
  }

  @Test
  void aWarnedConnectionServesOnAndAnOldOneIsClosed() {
    Client old = connected(address());
    sockets.warn();
    Awaitility.await().until(() -> old.received.size() == 2);
    assertThat(old.received.getLast().get("reason").getAsString()).isEqualTo("warning");
    assertThat(way.deliver(command()).status()).isEqualTo(200);
    sockets.refresh();
    assertThat(sockets.count()).isZero();
    Awaitility.await().until(() -> old.failed);
    assertThat(old.received.getLast().get("reason").getAsString()).isEqualTo("refresh_requested");
  }

  private String address() {
    return web.api().call("apps.connections.open", APP, Map.of()).json().get("url").getAsString();
  }

  private Client connected(String address) {
    int before = sockets.count();
    Client client = new Client(address, envelope -> envelope);
    Awaitility.await().until(() -> !client.received.isEmpty() && sockets.count() == before + 1);
    return client;
  }

  private static Delivery command() {
    JsonObject command = new JsonObject();
    command.addProperty("command", "/credit");
    return Delivery.of(Delivery.Kind.COMMAND, command);
  }

  private static JsonObject with(JsonObject acknowledgement, String payload) {
    acknowledgement.add("payload", JsonParser.parseString(payload));
    return acknowledgement;
  }

  /** A client of Socket Mode. */
  private final class Client extends WebSocketListener {
    private final List<JsonObject> received = new CopyOnWriteArrayList<>();
    private final WebSocket socket;
    private volatile boolean failed;
    private volatile @Nullable UnaryOperator<JsonObject> answer;

    private Client(String address, UnaryOperator<JsonObject> answer) {
      this.answer = answer;
      this.socket = http.newWebSocket(new Request.Builder().url(address).build(), this);
    }

    @Override
    public void onMessage(WebSocket from, String text) {
      JsonObject message = JsonParser.parseString(text).getAsJsonObject();
      received.add(message);
      UnaryOperator<JsonObject> how = answer;
      if (message.has("envelope_id") && how != null) {
        JsonObject acknowledgement = new JsonObject();
        acknowledgement.add("envelope_id", message.get("envelope_id"));
        from.send(how.apply(acknowledgement).toString());
      }
    }

    @Override
    public void onClosing(WebSocket from, int code, String reason) {
      failed = true;
      from.close(1_000, null);
    }

    @Override
    public void onFailure(WebSocket from, Throwable failure, @Nullable Response response) {
      failed = true;
    }
  }
}
