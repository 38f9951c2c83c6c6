package io.tillbot.adapter.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What Slack demands of a message: docs.slack.dev/reference/block-kit. Stricter than Slack where it
 * is silent: what is not known is refused, so that a slip shows.
 */
final class MessageLaws {
  private static final Set<String> OF_A_MESSAGE =
      Set.of("response_type", "text", "blocks", "replace_original", "delete_original");

  private final List<String> problems = new ArrayList<>();
  private final Set<String> actionIds = new HashSet<>();
  private final Set<String> blockIds = new HashSet<>();

  private MessageLaws() {}

  /** What is wrong with the message; empty when Slack would show it. */
  static List<String> problems(JsonObject message) {
    MessageLaws laws = new MessageLaws();
    laws.message(message);
    return laws.problems;
  }

  private void message(JsonObject message) {
    onlyKnown(message, OF_A_MESSAGE);
    text(message, "text", 1, 40_000);
    flag(message, "replace_original");
    flag(message, "delete_original");
    String type = message.has("response_type") ? string(message, "response_type") : "ephemeral";
    check(type.equals("ephemeral") || type.equals("in_channel"), "response_type " + type);
    if (!message.has("blocks")) {
      return;
    }
    JsonArray blocks = array(message, "blocks", 1, 50);
    blocks.forEach(block -> block(object(block)));
  }

  private void block(JsonObject block) {
    if (block.has("block_id")) {
      String id = text(block, "block_id", 1, 255);
      check(blockIds.add(id), "block_id twice");
    }
    switch (string(block, "type")) {
      case "header" -> {
        onlyKnown(block, Set.of("type", "block_id", "text"));
        textObject(child(block, "text"), 150, Set.of("plain_text"));
      }
      case "section" -> section(block);
      case "context" -> {
        onlyKnown(block, Set.of("type", "block_id", "elements"));
        array(block, "elements", 1, 10)
            .forEach(each -> textObject(object(each), 3_000, Set.of("plain_text", "mrkdwn")));
      }
      case "actions" -> {
        onlyKnown(block, Set.of("type", "block_id", "elements"));
        array(block, "elements", 1, 25).forEach(each -> button(object(each)));
      }
      case "divider" -> onlyKnown(block, Set.of("type", "block_id"));
      default -> problems.add("unknown block " + string(block, "type"));
    }
  }

  private void section(JsonObject section) {
    onlyKnown(section, Set.of("type", "block_id", "text", "fields"));
    check(section.has("text") || section.has("fields"), "a section without text and fields");
    if (section.has("text")) {
      textObject(child(section, "text"), 3_000, Set.of("plain_text", "mrkdwn"));
    }
    if (section.has("fields")) {
      array(section, "fields", 1, 10)
          .forEach(each -> textObject(object(each), 2_000, Set.of("plain_text", "mrkdwn")));
    }
  }

  private void button(JsonObject button) {
    onlyKnown(button, Set.of("type", "text", "action_id", "url", "value", "style"));
    check(string(button, "type").equals("button"), "an element that is no button");
    textObject(child(button, "text"), 75, Set.of("plain_text"));
    check(actionIds.add(text(button, "action_id", 1, 255)), "action_id twice");
    if (button.has("url")) {
      text(button, "url", 1, 3_000);
    }
    if (button.has("value")) {
      text(button, "value", 1, 2_000);
    }
    if (button.has("style")) {
      check(Set.of("primary", "danger").contains(string(button, "style")), "unknown style");
    }
  }

  private void textObject(JsonObject text, int longest, Set<String> types) {
    String type = string(text, "type");
    check(types.contains(type), "a text of type " + type);
    onlyKnown(text, Set.of("type", "text", type.equals("mrkdwn") ? "verbatim" : "emoji"));
    flag(text, "verbatim");
    flag(text, "emoji");
    text(text, "text", 1, longest);
  }

  private String text(JsonObject object, String name, int shortest, int longest) {
    String text = string(object, name);
    check(
        text.length() >= shortest && text.length() <= longest,
        name + " of " + text.length() + " characters");
    return text;
  }

  private String string(JsonObject object, String name) {
    JsonElement found = object.get(name);
    boolean isString =
        found != null && found.isJsonPrimitive() && found.getAsJsonPrimitive().isString();
    check(isString, name + " is no string");
    return isString ? found.getAsString() : "";
  }

  private void flag(JsonObject object, String name) {
    JsonElement found = object.get(name);
    check(
        found == null || found.isJsonPrimitive() && found.getAsJsonPrimitive().isBoolean(),
        name + " is no boolean");
  }

  private JsonArray array(JsonObject object, String name, int shortest, int longest) {
    JsonElement found = object.get(name);
    if (found == null || !found.isJsonArray()) {
      problems.add(name + " is no array");
      return new JsonArray();
    }
    int size = found.getAsJsonArray().size();
    check(size >= shortest && size <= longest, size + " " + name);
    return found.getAsJsonArray();
  }

  private JsonObject child(JsonObject object, String name) {
    return object(object.get(name));
  }

  private JsonObject object(JsonElement element) {
    boolean isObject = element != null && element.isJsonObject();
    check(isObject, "no object where one must be");
    return isObject ? element.getAsJsonObject() : new JsonObject();
  }

  private void onlyKnown(JsonObject object, Set<String> known) {
    object.keySet().stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> problems.add("unknown field " + name));
  }

  private void check(boolean isLawful, String problem) {
    if (!isLawful) {
      problems.add(problem);
    }
  }
}
