package io.tillbot.adapter.discord.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a JSON body, which collects what is wrong with it as it is looked at.
 *
 * @param value null where there is none
 */
record Node(String path, @Nullable Object value, List<String> problems) {

  static Node root(Map<String, Object> body, List<String> problems) {
    return new Node("", body, problems);
  }

  boolean isThere() {
    return value != null;
  }

  Node get(String key) {
    if (value instanceof Map<?, ?> map) {
      return new Node(path.isEmpty() ? key : path + "." + key, map.get(key), problems);
    }
    if (isThere()) {
      bad("must be an object");
    }
    return new Node(path + "." + key, null, problems);
  }

  /** A text of that many characters; empty when it is none. */
  String text(int least, int most) {
    if (value instanceof String text) {
      int length = text.codePointCount(0, text.length());
      check(length >= least && length <= most, "must be %d to %d long".formatted(least, most));
      return text;
    }
    bad("must be a string");
    return "";
  }

  String optionalText(int least, int most) {
    return isThere() ? text(least, most) : "";
  }

  long number(long least, long most) {
    if (value instanceof Integer || value instanceof Long) {
      long number = ((Number) value).longValue();
      check(number >= least && number <= most, "must be %d to %d".formatted(least, most));
      return number;
    }
    bad("must be an integer");
    return 0;
  }

  void optionalFlag() {
    check(!isThere() || value instanceof Boolean, "must be a boolean");
  }

  /** The items of a list of that many. */
  List<Node> items(int least, int most) {
    if (!(value instanceof List<?> list)) {
      bad("must be a list");
      return List.of();
    }
    check(
        list.size() >= least && list.size() <= most,
        "must have %d to %d items".formatted(least, most));
    List<Node> items = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      items.add(new Node(path + "[" + i + "]", list.get(i), problems));
    }
    return items;
  }

  List<Node> optionalItems(int most) {
    return isThere() ? items(0, most) : List.of();
  }

  void check(boolean isGood, String otherwise) {
    if (!isGood) {
      bad(otherwise);
    }
  }

  void bad(String problem) {
    problems.add((path.isEmpty() ? "body" : path) + " " + problem);
  }
}
