package io.tillbot.adapter.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URLEncoder;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What comes through Slack's socket. <a
 * href="https://docs.slack.dev/apis/events-api/using-socket-mode">Using Socket Mode</a>
 */
sealed interface Envelope {

  /** The connection is there. */
  record Hello() implements Envelope {}

  /**
   * Slack is about to end the connection.
   *
   * @param reason such as {@code refresh_requested}
   */
  record Disconnect(String reason) implements Envelope {}

  /**
   * Something to be answered, as HTTP would have brought it. Prints as its id alone.
   *
   * @param id acknowledges it
   * @param answerable whether the acknowledgement may hold an answer
   * @param body of the request that Slack would have posted
   */
  record Request(String id, boolean answerable, String body) implements Envelope {
    @Override
    public String toString() {
      return "Request[" + id + "]";
    }
  }

  /** Something to be acknowledged that this app does not know, or that is no good. */
  record Unknown(String id) implements Envelope {}

  /** Nothing that Slack would send. */
  record Garbage() implements Envelope {}

  /** Reads a message; never throws, whatever it holds. */
  static Envelope of(String message) {
    try {
      JsonObject object = JsonParser.parseString(message).getAsJsonObject();
      return switch (text(object, "type").orElse("")) {
        case "hello" -> new Hello();
        case "disconnect" -> new Disconnect(text(object, "reason").orElse(""));
        default ->
            text(object, "envelope_id").map(id -> request(id, object)).orElseGet(Garbage::new);
      };
    } catch (RuntimeException unreadable) {
      return new Garbage();
    }
  }

  private static Envelope request(String id, JsonObject envelope) {
    @Nullable JsonElement payload = envelope.get("payload");
    if (payload == null || !payload.isJsonObject()) {
      return new Unknown(id);
    }
    JsonElement accepts = envelope.get("accepts_response_payload");
    boolean isAnswerable =
        accepts != null && accepts.isJsonPrimitive() && accepts.getAsJsonPrimitive().getAsBoolean();
    return body(text(envelope, "type").orElse(""), payload.getAsJsonObject())
        .<Envelope>map(body -> new Request(id, isAnswerable, body))
        .orElseGet(() -> new Unknown(id));
  }

  /** A slash command is a form, a press a form around its JSON, an event JSON. */
  private static Optional<String> body(String type, JsonObject payload) {
    return switch (type) {
      case "slash_commands" -> Optional.of(form(payload));
      case "interactive" -> Optional.of("payload=" + encoded(payload.toString()));
      case "events_api" -> Optional.of(payload.toString());
      default -> Optional.empty();
    };
  }

  private static String form(JsonObject fields) {
    return fields.entrySet().stream()
        .filter(field -> field.getValue().isJsonPrimitive())
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue().getAsString()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static Optional<String> text(JsonObject object, String name) {
    JsonElement found = object.get(name);
    return found != null && found.isJsonPrimitive() && found.getAsJsonPrimitive().isString()
        ? Optional.of(found.getAsString())
        : Optional.empty();
  }
}
