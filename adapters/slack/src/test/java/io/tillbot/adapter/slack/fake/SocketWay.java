package io.tillbot.adapter.slack.fake;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Through the connections that the app has opened. What went through one that broke before it was
 * acknowledged is delivered once more through another.
 */
final class SocketWay implements Way {
  private static final Duration LONGEST_WITHOUT_A_CONNECTION = Duration.ofSeconds(30);

  private final Sockets sockets;
  private final AtomicInteger redelivered = new AtomicInteger();

  SocketWay(Sockets sockets) {
    this.sockets = sockets;
  }

  @Override
  public String name() {
    return "socket";
  }

  /** How often something was delivered once more. */
  int redelivered() {
    return redelivered.get();
  }

  @Override
  public Acknowledgement deliver(Delivery delivery) {
    long deadline = System.nanoTime() + LONGEST_WITHOUT_A_CONNECTION.toNanos();
    long start = System.nanoTime();
    try {
      while (System.nanoTime() < deadline) {
        Optional<SocketLink> link = sockets.await(deadline);
        if (link.isEmpty()) {
          break;
        }
        start = System.nanoTime();
        Optional<JsonObject> answer = through(link.get(), delivery);
        if (answer.isPresent()) {
          return acknowledged(delivery, answer.get(), start);
        }
        redelivered.incrementAndGet();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException late) {
      // As when nothing came.
    }
    return Acknowledgement.none(HttpWay.since(start));
  }

  /** What came back; empty when the connection broke before. */
  private Optional<JsonObject> through(SocketLink link, Delivery delivery)
      throws InterruptedException, TimeoutException {
    String id = sockets.newEnvelope();
    CompletableFuture<Optional<JsonObject>> answer = link.envelope(id, envelope(id, delivery));
    try {
      return answer.get(Acknowledgement.LONGEST.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException impossible) {
      throw new IllegalStateException("it is never completed so", impossible);
    }
  }

  private static JsonObject envelope(String id, Delivery delivery) {
    JsonObject envelope = new JsonObject();
    envelope.addProperty("envelope_id", id);
    envelope.addProperty("type", delivery.kind().type());
    envelope.addProperty("accepts_response_payload", delivery.acceptsResponsePayload());
    envelope.add("payload", delivery.payload());
    delivery
        .retry()
        .ifPresent(
            retry -> {
              envelope.addProperty("retry_attempt", retry.number());
              envelope.addProperty("retry_reason", retry.reason());
            });
    return envelope;
  }

  private Acknowledgement acknowledged(Delivery delivery, JsonObject answer, long start) {
    Duration took = HttpWay.since(start);
    JsonElement payload = answer.get("payload");
    if (payload == null || payload.isJsonNull()) {
      return new Acknowledgement(200, "", "", took);
    }
    if (!delivery.acceptsResponsePayload()) {
      sockets.refuse("payload_not_accepted");
    }
    String body = payload.isJsonPrimitive() ? payload.getAsString() : payload.toString();
    return new Acknowledgement(200, "application/json", body, took);
  }
}
