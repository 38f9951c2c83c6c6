package io.tillbot.adapter.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * A message as somebody sees it in the fake Slack.
 *
 * @param user who alone sees it
 * @param channel where
 */
record Seen(String user, String channel, JsonObject message) {

  /** The text for notifications. */
  String text() {
    return message.get("text").getAsString();
  }

  /** Every text of every block, in order. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    collect(message.get("blocks"), texts);
    return texts;
  }

  /** All the buttons. */
  List<JsonObject> buttons() {
    List<JsonObject> buttons = new ArrayList<>();
    for (JsonElement block : message.getAsJsonArray("blocks")) {
      if (block.getAsJsonObject().get("type").getAsString().equals("actions")) {
        block
            .getAsJsonObject()
            .getAsJsonArray("elements")
            .forEach(button -> buttons.add(button.getAsJsonObject()));
      }
    }
    return buttons;
  }

  /** The buttons' labels. */
  List<String> labels() {
    return buttons().stream().map(Seen::label).toList();
  }

  /** The button of that label. */
  JsonObject button(String label) {
    return buttons().stream()
        .filter(button -> label(button).equals(label))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no button " + label + " among " + labels()));
  }

  private static String label(JsonObject button) {
    return button.getAsJsonObject("text").get("text").getAsString();
  }

  private static void collect(JsonElement element, List<String> texts) {
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
          .map(java.util.Map.Entry::getValue)
          .filter(each -> !each.isJsonPrimitive())
          .forEach(each -> collect(each, texts));
    }
  }
}
