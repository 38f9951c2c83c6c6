package io.tillbot.core.access;

import java.util.HashMap;
import java.util.Map;

/** Facts by names of our own, as tickets, deliveries and operations keep them, of several kinds. */
public final class Facts {
  private Facts() {}

  /** Those whose names begin so, by the rest of their names. */
  public static Map<String, String> under(String prefix, Map<String, String> facts) {
    Map<String, String> found = new HashMap<>();
    facts.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            found.put(name.substring(prefix.length()), value);
          }
        });
    return found;
  }
}
