package io.tillbot.adapter.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What somebody puts into a modal, as {@code view.state.values} carries it. Slack's own client
 * sends no modal that lacks a required answer, or one with an answer too long; so neither does this
 * one.
 */
final class Answered {
  private final JsonObject view;

  Answered(JsonObject view) {
    this.view = view;
  }

  /**
   * The state of each input.
   *
   * @param answers by the inputs' labels; options by their texts, several separated by commas
   */
  JsonObject values(Map<String, String> answers) {
    JsonObject values = new JsonObject();
    List<String> labels = new ArrayList<>();
    for (JsonObject block : Elements.blocks(view)) {
      if (Elements.isA(block, "input")) {
        String label = Elements.text(block, "label");
        labels.add(label);
        JsonObject element = block.getAsJsonObject("element");
        JsonObject state =
            answers.containsKey(label) ? state(element, answers.get(label)) : initial(element);
        requireAnswered(block, label, state);
        JsonObject one = new JsonObject();
        one.add(element.get("action_id").getAsString(), state);
        values.add(block.get("block_id").getAsString(), one);
      }
    }
    if (!Set.copyOf(labels).containsAll(answers.keySet())) {
      throw new AssertionError("the modal asks for " + labels + ", not " + answers.keySet());
    }
    return values;
  }

  private static void requireAnswered(JsonObject block, String label, JsonObject state) {
    boolean isOptional = MessageLaws.isTrue(block, "optional");
    boolean isEmpty =
        state.entrySet().stream()
            .filter(entry -> !entry.getKey().equals("type"))
            .map(Map.Entry::getValue)
            .allMatch(value -> value.isJsonNull() || value.isJsonArray() && isNone(value));
    if (isEmpty && !isOptional) {
      throw new AssertionError("the modal cannot be sent without " + label);
    }
  }

  private static boolean isNone(JsonElement array) {
    return array.getAsJsonArray().isEmpty();
  }

  private static JsonObject initial(JsonObject element) {
    JsonObject state = typed(element);
    switch (element.get("type").getAsString()) {
      case "plain_text_input" -> state.add("value", orNull(element, "initial_value"));
      case "datepicker" -> state.add("selected_date", orNull(element, "initial_date"));
      case "multi_static_select", "checkboxes" ->
          state.add(
              "selected_options",
              element.has("initial_options") ? element.get("initial_options") : new JsonArray());
      default -> state.add("selected_option", orNull(element, "initial_option"));
    }
    return state;
  }

  private static JsonObject state(JsonObject element, String answer) {
    JsonObject state = typed(element);
    switch (element.get("type").getAsString()) {
      case "plain_text_input" -> {
        requireFitting(element, answer);
        state.add(
            "value",
            answer.isEmpty() ? JsonNull.INSTANCE : new com.google.gson.JsonPrimitive(answer));
      }
      case "datepicker" -> state.addProperty("selected_date", answer);
      case "multi_static_select", "checkboxes" -> {
        JsonArray chosen = new JsonArray();
        if (!answer.isEmpty()) {
          List.of(answer.split(", *")).forEach(each -> chosen.add(option(element, each)));
        }
        if (element.has("max_selected_items")
            && chosen.size() > element.get("max_selected_items").getAsInt()) {
          throw new AssertionError("the modal lets nobody choose so many");
        }
        state.add("selected_options", chosen);
      }
      default -> state.add("selected_option", option(element, answer));
    }
    return state;
  }

  private static void requireFitting(JsonObject element, String answer) {
    int least = element.has("min_length") ? element.get("min_length").getAsInt() : 0;
    int most = element.has("max_length") ? element.get("max_length").getAsInt() : 3_000;
    if (!answer.isEmpty() && (answer.length() < least || answer.length() > most)) {
      throw new AssertionError("the modal cannot be sent with " + answer.length() + " characters");
    }
    if (!MessageLaws.isTrue(element, "multiline") && answer.contains("\n")) {
      throw new AssertionError("an input of one line");
    }
  }

  private static JsonObject option(JsonObject element, String text) {
    List<JsonObject> options = new ArrayList<>();
    if (element.has("options")) {
      element.getAsJsonArray("options").forEach(each -> options.add(each.getAsJsonObject()));
    }
    if (element.has("option_groups")) {
      element
          .getAsJsonArray("option_groups")
          .forEach(
              group ->
                  group
                      .getAsJsonObject()
                      .getAsJsonArray("options")
                      .forEach(each -> options.add(each.getAsJsonObject())));
    }
    return options.stream()
        .filter(option -> Elements.text(option, "text").equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no option " + text));
  }

  private static JsonObject typed(JsonObject element) {
    JsonObject state = new JsonObject();
    state.addProperty("type", element.get("type").getAsString());
    return state;
  }

  private static JsonElement orNull(JsonObject element, String name) {
    return element.has(name) ? element.get(name) : JsonNull.INSTANCE;
  }
}
