package io.tillbot.adapter.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;

/**
 * Slack refuses something, with its own code.
 *
 * @see Rule
 */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final transient JsonObject more;

  Refused(String code, JsonObject more) {
    super(code + (more.isEmpty() ? "" : " " + more));
    this.code = code;
    this.more = more;
  }

  Refused(String code) {
    this(code, new JsonObject());
  }

  /** Refused for more than one reason, as {@code response_metadata} tells. */
  static Refused because(String code, List<String> messages) {
    JsonArray texts = new JsonArray();
    messages.forEach(texts::add);
    JsonObject metadata = new JsonObject();
    metadata.add("messages", texts);
    JsonObject more = new JsonObject();
    more.add("response_metadata", metadata);
    return new Refused(code, more);
  }

  String code() {
    return code;
  }

  /** As the Web API answers it. */
  JsonObject json() {
    JsonObject answer = new JsonObject();
    answer.addProperty("ok", false);
    answer.addProperty("error", code);
    more.entrySet().forEach(entry -> answer.add(entry.getKey(), entry.getValue()));
    return answer;
  }
}
