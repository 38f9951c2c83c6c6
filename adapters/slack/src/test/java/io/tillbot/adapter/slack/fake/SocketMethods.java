package io.tillbot.adapter.slack.fake;

import com.google.gson.JsonObject;
import java.util.List;

/** docs.slack.dev/reference/methods/apps.connections.open */
final class SocketMethods {
  private SocketMethods() {}

  static List<Method> all() {
    return List.of(
        Method.of("apps.connections.open", SocketMethods::open)
            .forTheApp()
            .scope("connections:write"));
  }

  private static JsonObject open(Call call) {
    JsonObject answer = Call.ok();
    answer.addProperty("url", call.world().sockets().newAddress());
    return answer;
  }
}
