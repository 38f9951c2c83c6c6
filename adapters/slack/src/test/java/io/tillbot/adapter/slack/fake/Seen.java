package io.tillbot.adapter.slack.fake;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message as somebody sees it in the fake Slack.
 *
 * @param id its {@code ts}
 * @param user who alone sees it; {@link #EVERYBODY} when all who are there do
 * @param channel where
 * @param files names of what is attached
 */
public record Seen(String id, String user, String channel, JsonObject message, List<String> files) {
  /** All who are in the conversation. */
  public static final String EVERYBODY = "";

  public Seen {
    files = List.copyOf(files);
  }

  /** A message that nobody posted yet. */
  public Seen(String user, String channel, JsonObject message) {
    this("0.0", user, channel, message, List.of());
  }

  /** The same place, another message. */
  Seen with(JsonObject other) {
    return new Seen(id, user, channel, other, files);
  }

  /** Whether one person alone sees it. */
  public boolean isEphemeral() {
    return !user.equals(EVERYBODY);
  }

  /** The text for notifications. */
  public String text() {
    return message.get("text").getAsString();
  }

  /** Every text of every block, in order. */
  public List<String> texts() {
    List<String> texts = new ArrayList<>();
    collect(message.get("blocks"), texts);
    return texts;
  }

  /** All the buttons. */
  public List<JsonObject> buttons() {
    return Elements.buttons(message);
  }

  /** The buttons' labels. */
  public List<String> labels() {
    return buttons().stream().map(Elements::label).toList();
  }

  /** The button of that label. */
  public JsonObject button(String label) {
    return Elements.button(message, label);
  }

  private static void collect(@Nullable JsonElement element, List<String> texts) {
    if (element == null) {
      return;
    }
    if (element.isJsonArray()) {
      element.getAsJsonArray().forEach(each -> collect(each, texts));
    } else if (element.isJsonObject()) {
      JsonElement text = element.getAsJsonObject().get("text");
      if (text != null && text.isJsonPrimitive()) {
        texts.add(text.getAsString());
      }
      element.getAsJsonObject().entrySet().stream()
          .map(Map.Entry::getValue)
          .filter(each -> !each.isJsonPrimitive())
          .forEach(each -> collect(each, texts));
    }
  }
}
