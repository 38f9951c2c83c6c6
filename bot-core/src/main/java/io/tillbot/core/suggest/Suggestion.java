package io.tillbot.core.suggest;

import io.tillbot.core.reply.Value;
import java.util.List;

/**
 * A word that may be meant.
 *
 * @param label what it is: of an invoice its status and due date and nothing else, since others may
 *     look over the shoulder of somebody who types
 */
public record Suggestion(String word, List<Value> label) {
  public Suggestion {
    label = List.copyOf(label);
  }

  static Suggestion of(String word) {
    return new Suggestion(word, List.of());
  }
}
