package io.tillbot.core.operation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What is noted of an operation beside its intent, and kept after its end. */
public enum Note {
  /** The rule of the policy that allowed it. */
  RULE,
  /** Why it ended as it did: a person's words, or the name of a reason of ours. */
  REASON,
  /** Who approved, rejected or settled it: a caller's key. */
  DECIDED_BY,
  /** When one that is held is to be sent, whoever has tried it since: an instant. */
  SEND_AT,
  /** Who could approve it when it was approved. */
  APPROVERS,
  /** That another outcome was unknown when it was sent: a fall of the credit is no proof of it. */
  BLURRED;

  private static final String PREFIX = "note:";

  String key() {
    return PREFIX + name().toLowerCase(Locale.ROOT);
  }

  /** The notes of what is kept. */
  static Map<String, String> among(Map<String, String> sealed) {
    Map<String, String> notes = new HashMap<>();
    Arrays.stream(values())
        .filter(note -> sealed.containsKey(note.key()))
        .forEach(note -> notes.put(note.key(), sealed.get(note.key())));
    return notes;
  }
}
