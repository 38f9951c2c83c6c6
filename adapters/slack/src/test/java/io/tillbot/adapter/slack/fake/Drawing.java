package io.tillbot.adapter.slack.fake;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Draws what a person sees, in plain text. */
final class Drawing {
  private Drawing() {}

  static String message(Seen seen) {
    List<String> lines = new ArrayList<>();
    if (Elements.blocks(seen.message()).isEmpty()) {
      lines.addAll(plain(seen.text()));
    }
    Elements.blocks(seen.message()).forEach(block -> lines.addAll(block(block)));
    seen.files().forEach(file -> lines.add("<file " + file + ">"));
    return framed(lines, "  | ");
  }

  static String view(JsonObject view) {
    List<String> lines = new ArrayList<>();
    if (view.has("title")) {
      lines.add("[[ " + Elements.text(view, "title") + " ]]");
    }
    Elements.blocks(view).forEach(block -> lines.addAll(block(block)));
    List<String> buttons = new ArrayList<>();
    for (String name : List.of("close", "submit")) {
      if (view.has(name)) {
        buttons.add("[" + Elements.text(view, name) + "]");
      }
    }
    if (!buttons.isEmpty()) {
      lines.add(String.join(" ", buttons));
    }
    return framed(lines, view.has("title") ? "  # " : "  | ");
  }

  private static String framed(List<String> lines, String edge) {
    return lines.stream()
        .map(line -> (edge + line).stripTrailing())
        .collect(Collectors.joining("\n"));
  }

  private static List<String> block(JsonObject block) {
    return switch (block.get("type").getAsString()) {
      case "header" -> List.of("## " + text(block.getAsJsonObject("text")), "");
      case "section" -> section(block);
      case "context" ->
          block.getAsJsonArray("elements").asList().stream()
              .flatMap(each -> plain(text(each.getAsJsonObject())).stream())
              .map(line -> "  " + line)
              .toList();
      case "actions" ->
          List.of(
              block.getAsJsonArray("elements").asList().stream()
                  .map(each -> element(each.getAsJsonObject()))
                  .collect(Collectors.joining(" ")));
      case "input" -> input(block);
      case "divider" -> List.of("----");
      default -> List.of("(" + block.get("type").getAsString() + ")");
    };
  }

  private static List<String> section(JsonObject section) {
    List<String> lines = new ArrayList<>();
    if (section.has("text")) {
      lines.addAll(plain(text(section.getAsJsonObject("text"))));
    }
    if (section.has("fields")) {
      lines.addAll(fields(section));
    }
    if (section.has("accessory")) {
      lines.add("  " + element(section.getAsJsonObject("accessory")));
    }
    return lines;
  }

  /** In two columns: a name in bold stands beside its value. */
  private static List<String> fields(JsonObject section) {
    List<String> lines = new ArrayList<>();
    for (JsonElement field : section.getAsJsonArray("fields")) {
      String text = String.join(" ", plain(text(field.getAsJsonObject())));
      if (!lines.isEmpty() && isBold(lines.getLast()) && !isBold(text)) {
        lines.add(lines.removeLast() + " " + text);
      } else {
        lines.add(text);
      }
    }
    return lines;
  }

  private static boolean isBold(String line) {
    return line.length() > 1 && line.startsWith("*") && line.endsWith("*");
  }

  private static List<String> input(JsonObject input) {
    List<String> lines = new ArrayList<>();
    String need = MessageLaws.isTrue(input, "optional") ? " (optional)" : "";
    lines.add(
        Elements.text(input, "label") + need + ": " + element(input.getAsJsonObject("element")));
    if (input.has("hint")) {
      lines.add("    " + Elements.text(input, "hint"));
    }
    return lines;
  }

  private static String element(JsonObject element) {
    return switch (element.get("type").getAsString()) {
      case "button" -> "[" + Elements.label(element) + (element.has("url") ? " ->" : "") + "]";
      case "plain_text_input" -> "[" + given(element, "initial_value") + "___]";
      case "datepicker" -> "[" + given(element, "initial_date") + " date]";
      case "external_select" -> "[ search... v]";
      default -> options(element);
    };
  }

  private static String given(JsonObject element, String name) {
    return element.has(name) ? element.get(name).getAsString() : "";
  }

  private static String options(JsonObject element) {
    List<JsonObject> options = new ArrayList<>();
    if (element.has("options")) {
      element.getAsJsonArray("options").forEach(each -> options.add(each.getAsJsonObject()));
    }
    if (element.has("option_groups")) {
      for (JsonElement group : element.getAsJsonArray("option_groups")) {
        group
            .getAsJsonObject()
            .getAsJsonArray("options")
            .forEach(each -> options.add(each.getAsJsonObject()));
      }
    }
    return options.stream()
        .map(
            option ->
                (isInitial(element, option) ? "(x) " : "( ) ") + Elements.text(option, "text"))
        .collect(Collectors.joining("  ", "{", "}"));
  }

  private static boolean isInitial(JsonObject element, JsonObject option) {
    return option.equals(element.get("initial_option"))
        || element.has("initial_options")
            && element.getAsJsonArray("initial_options").contains(option);
  }

  private static String text(JsonObject text) {
    return text.get("text").getAsString();
  }

  /** Markup as it looks: without escapes and fences. */
  private static List<String> plain(String text) {
    return text.replace("```", "\n")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .lines()
        .filter(line -> !line.isBlank())
        .toList();
  }
}
