package io.tillbot.adapter.billing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON value as it was sent. Numbers keep the digits of the document, so that no amount ever
 * passes through a double. Prints as its kind alone: answers hold personal data.
 */
sealed interface Json {

  /** An object, in the order of the document. */
  record Obj(Map<String, Json> members) implements Json {
    public Obj {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    @Override
    public String toString() {
      return "Json.Obj";
    }
  }

  /** An array. */
  record Arr(List<Json> elements) implements Json {
    public Arr {
      elements = Collections.unmodifiableList(new ArrayList<>(elements));
    }

    @Override
    public String toString() {
      return "Json.Arr";
    }
  }

  /** A string. */
  record Text(String value) implements Json {
    @Override
    public String toString() {
      return "Json.Text";
    }
  }

  /** A number, by its digits. */
  record Num(String digits) implements Json {
    @Override
    public String toString() {
      return "Json.Num";
    }
  }

  /** A boolean. */
  record Bool(boolean value) implements Json {}

  /** The null. */
  enum Null implements Json {
    NULL
  }
}
