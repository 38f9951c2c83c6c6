package io.tillbot.core;

import io.tillbot.core.reply.Outcome;
import java.util.function.Supplier;

/**
 * What is to be done.
 *
 * @param name safe to log: never what the person typed
 * @param use what becomes of the button that was pressed for it
 */
record Task(String name, Supplier<Outcome> work, Answer.Use use) {
  Task(String name, Supplier<Outcome> work) {
    this(name, work, Answer.Use.SERVED);
  }

  /** A button that does not serve. */
  static Task turnedAway(String name, Supplier<Outcome> refusal) {
    return new Task(name, refusal, Answer.Use.TURNED_AWAY);
  }
}
