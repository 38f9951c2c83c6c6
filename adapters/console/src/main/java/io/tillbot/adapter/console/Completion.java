package io.tillbot.adapter.console;

import java.util.List;

/** What may stand where the cursor is. */
@FunctionalInterface
public interface Completion {

  /**
   * The words that may take the place of the last one, which may be empty. Answers soon: the person
   * is waiting with a finger on the key.
   *
   * @param typed the line up to the cursor
   */
  List<Candidate> after(String typed);

  /**
   * One of them, written for the reader.
   *
   * @param label what it is; may be empty
   */
  record Candidate(String word, String label) {}
}
