package io.tillbot.adapter.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One call of a method, with the arguments that came. */
final class Call {
  private final Method method;
  private final @Nullable Grant grant;
  private final String token;
  private final Map<String, String> arguments;
  private final World world;

  Call(
      Method method,
      @Nullable Grant grant,
      String authorization,
      Map<String, String> arguments,
      World world) {
    this.method = method;
    this.grant = grant;
    this.token = Tokens.ofHeader(authorization);
    this.arguments = Map.copyOf(arguments);
    this.world = world;
  }

  World world() {
    return world;
  }

  /** What the token opens. */
  Grant grant() {
    if (grant == null) {
      throw new IllegalStateException(method.name() + " takes no token");
    }
    return grant;
  }

  /** The token that came. */
  String token() {
    return token;
  }

  /** The workspace that it opens. */
  Team team() {
    return world.team(grant().team());
  }

  /** An argument that {@link Method#needs} has named. */
  String text(String name) {
    return Optional.ofNullable(arguments.get(name)).orElseThrow();
  }

  Optional<String> optional(String name) {
    return Optional.ofNullable(arguments.get(name)).filter(text -> !text.isEmpty());
  }

  boolean has(String name) {
    return optional(name).isPresent();
  }

  /** An argument that is JSON, as text. */
  JsonObject object(String name) {
    JsonElement parsed = parsed(name);
    if (!parsed.isJsonObject()) {
      throw refusedBy("invalid_arguments", "no object: " + name);
    }
    return parsed.getAsJsonObject();
  }

  JsonArray array(String name) {
    JsonElement parsed = parsed(name);
    if (!parsed.isJsonArray()) {
      throw refusedBy("invalid_arguments", "no array: " + name);
    }
    return parsed.getAsJsonArray();
  }

  private JsonElement parsed(String name) {
    try {
      return JsonParser.parseString(text(name));
    } catch (JsonParseException unreadable) {
      throw refusedBy("invalid_arguments", "no JSON: " + name);
    }
  }

  /** The conversation of that argument. */
  Conversation conversation(String name, String code) {
    return team().conversation(text(name)).orElseThrow(() -> refused(code));
  }

  /** Refuses with a code of the method's own. */
  Refused refused(String code) {
    requireOwn(code);
    return new Refused(code);
  }

  Refused refused(String code, List<String> messages) {
    requireOwn(code);
    return Refused.because(code, messages);
  }

  /** Refuses for a scope that depends on the arguments. */
  Refused missing(String scope) {
    requireOwn("missing_scope");
    return WebApi.missing(scope, grant());
  }

  private void requireOwn(String code) {
    if (!method.refusals().contains(code)) {
      throw new IllegalStateException(method.name() + " does not list " + code);
    }
  }

  /** Refuses as every method does. */
  static Refused refusedBy(String code, String message) {
    return Refused.because(code, List.of(message));
  }

  static JsonObject ok() {
    JsonObject answer = new JsonObject();
    answer.addProperty("ok", true);
    return answer;
  }
}
