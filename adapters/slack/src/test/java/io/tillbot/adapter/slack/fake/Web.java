package io.tillbot.adapter.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Set;

/** The Web API without its server, for the tests of its rules. */
final class Web {
  static final String TOKEN = "xoxb-t";
  static final String BEARER = "Bearer " + TOKEN;

  private final HandClock clock = new HandClock();
  private final World world = new World(clock);
  private final WebApi api = new WebApi(world);

  Web() {
    world.isAt("http://127.0.0.1:1");
    world.tokens().bot(TOKEN, "T1", Tokens.EVERY_SCOPE);
    world.tokens().app("xapp-t", Set.of("connections:write"));
  }

  HandClock clock() {
    return clock;
  }

  World world() {
    return world;
  }

  WebApi api() {
    return api;
  }

  JsonObject call(String method, Map<String, String> arguments) {
    return api.call(method, BEARER, arguments).json();
  }

  /** The code of the refusal; {@code ok} when it was none. */
  String error(String method, Map<String, String> arguments) {
    return error(call(method, arguments));
  }

  /** The same for whoever comes with that header. */
  String error(String authorization, String method, Map<String, String> arguments) {
    return error(api.call(method, authorization, arguments).json());
  }

  static String error(JsonObject answer) {
    return answer.get("ok").getAsBoolean() ? "ok" : answer.get("error").getAsString();
  }

  String trigger(String user) {
    return world.triggers().issue("T1", user);
  }

  /** A modal with one block. */
  static JsonObject modal() {
    JsonObject view = new JsonObject();
    view.addProperty("type", "modal");
    view.add("title", plain("Title"));
    view.add("blocks", divider());
    return view;
  }

  static JsonObject home() {
    JsonObject view = new JsonObject();
    view.addProperty("type", "home");
    view.add("blocks", divider());
    return view;
  }

  static JsonObject plain(String text) {
    JsonObject plain = new JsonObject();
    plain.addProperty("type", "plain_text");
    plain.addProperty("text", text);
    return plain;
  }

  private static JsonArray divider() {
    JsonObject block = new JsonObject();
    block.addProperty("type", "divider");
    JsonArray blocks = new JsonArray();
    blocks.add(block);
    return blocks;
  }
}
