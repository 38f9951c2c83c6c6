package io.tillbot.adapter.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a body is, told before Bolt reads it: Bolt logs what it does not know with all that it
 * holds, and throws at what it only half knows.
 */
enum Shape {
  /** A slash command. */
  COMMAND,
  /** A press of one button of a message. */
  PRESS,
  /** An answered form. */
  SUBMISSION,
  /** The lookup in a message's menu. */
  SHORTCUT,
  /** A message that speaks to the app. */
  MENTION,
  /** A workspace removes the app, or takes its token back. */
  LEAVING,
  /** Somebody opens the app's own page. */
  HOME,
  /** Slack asks whether the address is ours. */
  CHALLENGE,
  /** Slack looks at the certificate, and signs nothing. */
  CERTIFICATE_CHECK,
  /** Slack's, and nothing that this app has asked for. */
  NOT_FOR_US,
  /** Nothing that Slack would send. */
  GARBAGE;

  private static final Set<String> OF_A_COMMAND =
      Set.of("command", "team_id", "user_id", "channel_id", "response_url");
  private static final Set<String> OTHER_PAYLOADS =
      Set.of("block_suggestion", "interactive_message", "shortcut", "view_closed");

  /** Tells what the body is; never throws, whatever it holds. */
  static Shape of(String body) {
    try {
      return body.stripLeading().startsWith("{") ? ofJson(object(body)) : ofForm(form(body));
    } catch (RuntimeException unreadable) {
      return GARBAGE;
    }
  }

  /** The address for late answers to a command or a press; the body has been looked at. */
  static Optional<String> answersAt(String body) {
    try {
      Map<String, String> form = form(body);
      String payload = form.get("payload");
      return payload == null
          ? Optional.ofNullable(form.get("response_url"))
          : text(object(payload), "response_url");
    } catch (RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  private static Shape ofJson(JsonObject event) {
    return switch (text(event, "type").orElse("")) {
      case "url_verification" -> text(event, "challenge").isPresent() ? CHALLENGE : GARBAGE;
      case "event_callback" -> ofEvent(event);
      default -> GARBAGE;
    };
  }

  private static Shape ofEvent(JsonObject callback) {
    JsonObject event = callback.getAsJsonObject("event");
    boolean isNamed =
        text(callback, "event_id").isPresent() && text(callback, "team_id").isPresent();
    return switch (text(event, "type").orElse("")) {
      case "app_mention" -> isNamed && text(event, "channel").isPresent() ? MENTION : GARBAGE;
      case "app_home_opened" -> isNamed && text(event, "user").isPresent() ? HOME : GARBAGE;
      case "app_uninstalled", "tokens_revoked" ->
          text(callback, "team_id").isPresent() ? LEAVING : GARBAGE;
      default -> NOT_FOR_US;
    };
  }

  /** In Bolt's order, so that both see the same. */
  private static Shape ofForm(Map<String, String> form) {
    String payload = form.get("payload");
    if (payload != null) {
      return ofPayload(object(payload));
    }
    if (form.containsKey("command")) {
      return form.keySet().containsAll(OF_A_COMMAND) ? COMMAND : GARBAGE;
    }
    return "1".equals(form.get("ssl_check")) ? CERTIFICATE_CHECK : GARBAGE;
  }

  private static Shape ofPayload(JsonObject payload) {
    String type = text(payload, "type").orElse("");
    if (type.equals("block_actions")) {
      return isPress(payload) ? PRESS : GARBAGE;
    }
    if (type.equals("view_submission")) {
      return isOf(payload, "user", "id") && isOf(payload, "view", "id") ? SUBMISSION : GARBAGE;
    }
    if (type.equals("message_action")) {
      boolean isOurs = text(payload, "callback_id").filter(Shortcuts.LOOKUP::equals).isPresent();
      return isOurs ? ofLookup(payload) : NOT_FOR_US;
    }
    return OTHER_PAYLOADS.contains(type) ? NOT_FOR_US : GARBAGE;
  }

  private static Shape ofLookup(JsonObject payload) {
    boolean isWhole =
        isOf(payload, "user", "id")
            && isOf(payload, "channel", "id")
            && payload.has("message")
            && text(payload, "response_url").isPresent();
    return isWhole ? SHORTCUT : GARBAGE;
  }

  private static boolean isOf(JsonObject payload, String part, String name) {
    return text(payload.getAsJsonObject(part), name).isPresent();
  }

  private static boolean isPress(JsonObject payload) {
    JsonElement actions = payload.get("actions");
    return actions != null
        && actions.isJsonArray()
        && actions.getAsJsonArray().size() == 1
        && text(actions.getAsJsonArray().get(0).getAsJsonObject(), "action_id").isPresent()
        && isOf(payload, "user", "id")
        && (text(payload, "response_url").isPresent() || isOf(payload, "view", "id"));
  }

  private static JsonObject object(String json) {
    return JsonParser.parseString(json).getAsJsonObject();
  }

  private static Optional<String> text(@Nullable JsonObject object, String name) {
    JsonElement found = object == null ? null : object.get(name);
    return found != null && found.isJsonPrimitive() && found.getAsJsonPrimitive().isString()
        ? Optional.of(found.getAsString())
        : Optional.empty();
  }

  /** The first value of each name that has one; what Bolt does not split is left out here too. */
  private static Map<String, String> form(String body) {
    Map<String, String> form = new HashMap<>();
    for (String pair : body.split("&", -1)) {
      String[] parts = pair.split("=", -1);
      if (parts.length == 2 && !parts[1].isEmpty()) {
        form.putIfAbsent(decoded(parts[0]), decoded(parts[1]));
      }
    }
    return form;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, UTF_8);
  }
}
