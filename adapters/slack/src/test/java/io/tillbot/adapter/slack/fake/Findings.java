package io.tillbot.adapter.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is found wrong with one surface while it is read. */
final class Findings {
  /** A law that was broken, and how. */
  record Finding(Law law, String detail) {
    @Override
    public String toString() {
      return law + ": " + detail;
    }
  }

  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> actionIds = new HashSet<>();
  private final Set<String> blockIds = new HashSet<>();

  List<Finding> all() {
    return List.copyOf(findings);
  }

  List<String> texts() {
    return findings.stream().map(Finding::toString).toList();
  }

  void check(Law law, boolean isLawful, String detail) {
    if (!isLawful) {
      findings.add(new Finding(law, detail));
    }
  }

  /** An id that is given once on a surface. */
  void once(Law law, String id) {
    Set<String> ids = law == Law.BLOCK_ID_TWICE ? blockIds : actionIds;
    check(law, ids.add(id), id + " twice");
  }

  void onlyKnown(JsonObject object, Set<String> known) {
    object.keySet().stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> check(Law.UNKNOWN_FIELD, false, name));
  }

  /** A text within its lengths. */
  String text(JsonObject object, String name, Law law, int shortest, int longest) {
    JsonElement found = object.get(name);
    if (!isString(found)) {
      check(Law.WRONG_TYPE, false, name + " is no text");
      return "";
    }
    String text = found.getAsString();
    check(
        law,
        text.length() >= shortest && text.length() <= longest,
        name + " of " + text.length() + " characters");
    return text;
  }

  /** The same where there need not be one. */
  void optionalText(JsonObject object, String name, Law law, int shortest, int longest) {
    if (object.has(name)) {
      text(object, name, law, shortest, longest);
    }
  }

  /** A name that something is known by; {@code ""} when there is none. */
  String word(JsonObject object, String name) {
    JsonElement found = object.get(name);
    boolean isText = isString(found);
    check(Law.WRONG_TYPE, isText, name + " is no text");
    return isText ? found.getAsString() : "";
  }

  void flag(JsonObject object, String name) {
    JsonElement found = object.get(name);
    check(
        Law.WRONG_TYPE,
        found == null || found.isJsonPrimitive() && found.getAsJsonPrimitive().isBoolean(),
        name + " is no boolean");
  }

  /** A whole number between two others; the larger of them when it is none. */
  int number(JsonObject object, String name, Law law, int least, int most, int otherwise) {
    JsonElement found = object.get(name);
    if (found == null) {
      return otherwise;
    }
    boolean isNumber = found.isJsonPrimitive() && found.getAsJsonPrimitive().isNumber();
    check(Law.WRONG_TYPE, isNumber, name + " is no number");
    if (!isNumber) {
      return otherwise;
    }
    int number = found.getAsInt();
    check(law, number >= least && number <= most, name + " is " + number);
    return number;
  }

  List<JsonObject> objects(JsonObject object, String name, Law law, int fewest, int most) {
    JsonElement found = object.get(name);
    if (found == null || !found.isJsonArray()) {
      check(Law.WRONG_TYPE, false, name + " is no list");
      return List.of();
    }
    JsonArray array = found.getAsJsonArray();
    check(law, array.size() >= fewest && array.size() <= most, array.size() + " " + name);
    return array.asList().stream().map(this::object).toList();
  }

  JsonObject child(JsonObject object, String name) {
    return object(object.get(name));
  }

  private JsonObject object(@org.jspecify.annotations.Nullable JsonElement element) {
    boolean isObject = element != null && element.isJsonObject();
    check(Law.WRONG_TYPE, isObject, "no object where one must be");
    return isObject ? element.getAsJsonObject() : new JsonObject();
  }

  private static boolean isString(@org.jspecify.annotations.Nullable JsonElement element) {
    return element != null && element.isJsonPrimitive() && element.getAsJsonPrimitive().isString();
  }
}
