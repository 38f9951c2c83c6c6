package io.tillbot.adapter.console;

import io.tillbot.core.reply.Value;
import java.util.List;

/**
 * A word that would go on with a line.
 *
 * @param word as it is typed, without blanks
 * @param label what it is, shown beside it
 */
public record Proposal(String word, List<Value> label) {
  public Proposal {
    label = List.copyOf(label);
    if (word.isEmpty() || word.indexOf(' ') >= 0) {
      throw new IllegalArgumentException("a proposal is one word");
    }
  }

  /** A word that explains itself. */
  static Proposal of(String word, Value... label) {
    return new Proposal(word, List.of(label));
  }
}
