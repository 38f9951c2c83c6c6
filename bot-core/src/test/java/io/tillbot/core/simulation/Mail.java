package io.tillbot.core.simulation;

import io.tillbot.core.reply.Outcome;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a platform delivers, and whether each message that was taken up has got an answer. */
final class Mail {
  /** Then a message is given up: a machine may die each time. */
  private static final int MOST_TRIES = 3;

  private final Map<String, Integer> tries = new HashMap<>();
  private final Set<String> done = new HashSet<>();
  private final Set<String> answered = new HashSet<>();
  private int messages;

  /** The key of another message. */
  String next() {
    messages++;
    return "slack/" + messages;
  }

  /** Some process has it. */
  void takenUp(String key) {
    tries.merge(key, 1, Integer::sum);
  }

  /** By whoever took it up first; that the store fails may be told to whoever delivers it. */
  void answeredFirst(String key, Outcome outcome) {
    boolean isFailure = outcome.reply().title().key().equals("bot.broken");
    if (!isFailure && !done.add(key)) {
      throw new Broken(Law.ANSWERED, key + " is done twice");
    }
    answeredAgain(key);
  }

  /** By whoever took it up later, and says so. */
  void answeredAgain(String key) {
    answered.add(key);
  }

  void check() {
    tries.forEach(
        (key, times) -> {
          if (!answered.contains(key) && times < MOST_TRIES) {
            throw new Broken(Law.ANSWERED, key + " has no answer after " + times + " tries");
          }
        });
  }
}
