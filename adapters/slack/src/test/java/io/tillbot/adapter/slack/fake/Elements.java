package io.tillbot.adapter.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Finds in a surface what a person could use. */
final class Elements {
  private Elements() {}

  static List<JsonObject> blocks(JsonObject surface) {
    JsonArray blocks = surface.getAsJsonArray("blocks");
    return blocks == null
        ? List.of()
        : blocks.asList().stream().map(JsonElement::getAsJsonObject).toList();
  }

  /** Everything in the surface's actions and beside its sections. */
  static List<JsonObject> all(JsonObject surface) {
    List<JsonObject> elements = new ArrayList<>();
    for (JsonObject block : blocks(surface)) {
      if (isA(block, "actions")) {
        block.getAsJsonArray("elements").forEach(each -> elements.add(each.getAsJsonObject()));
      } else if (block.has("accessory")) {
        elements.add(block.getAsJsonObject("accessory"));
      } else if (isA(block, "input")) {
        elements.add(block.getAsJsonObject("element"));
      }
    }
    return elements;
  }

  static List<JsonObject> buttons(JsonObject surface) {
    return all(surface).stream().filter(each -> isA(each, "button")).toList();
  }

  static JsonObject button(JsonObject surface, String label) {
    List<JsonObject> buttons = buttons(surface);
    return buttons.stream()
        .filter(button -> label(button).equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "no button "
                        + label
                        + " among "
                        + buttons.stream().map(Elements::label).toList()));
  }

  static String label(JsonObject button) {
    return text(button, "text");
  }

  /** The text of the text object of that name. */
  static String text(JsonObject parent, String name) {
    return parent.getAsJsonObject(name).get("text").getAsString();
  }

  static boolean isA(JsonObject object, String type) {
    return object.get("type").getAsString().equals(type);
  }

  /** Gives each block and element an id where the app gave none, as Slack does. */
  static JsonObject withIds(JsonObject surface) {
    JsonObject copy = surface.deepCopy();
    int number = 0;
    for (JsonObject block : blocks(copy)) {
      if (!block.has("block_id")) {
        block.addProperty("block_id", "given-" + ++number);
      }
    }
    for (JsonObject element : all(copy)) {
      if (!element.has("action_id")) {
        element.addProperty("action_id", "given-" + ++number);
      }
    }
    return copy;
  }
}
