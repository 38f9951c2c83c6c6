package io.tillbot.adapter.billing;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a JSON tree as text, digit by digit as it was read. */
final class JsonText {
  private JsonText() {}

  static String of(Json value) {
    return switch (value) {
      case Json.Obj(Map<String, Json> members) ->
          members.entrySet().stream()
              .map(member -> quoted(member.getKey()) + ":" + of(member.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
      case Json.Arr(List<Json> elements) ->
          elements.stream().map(JsonText::of).collect(Collectors.joining(",", "[", "]"));
      case Json.Text(String text) -> quoted(text);
      case Json.Num(String digits) -> digits;
      case Json.Bool(boolean bool) -> Boolean.toString(bool);
      case Json.Null _ -> "null";
    };
  }

  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\' || c < ' ') {
                quoted.append(String.format("\\u%04x", c));
              } else {
                quoted.append((char) c);
              }
            });
    return quoted.append('"').toString();
  }
}
