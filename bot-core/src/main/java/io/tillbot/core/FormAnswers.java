package io.tillbot.core;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import java.util.Map;

/**
 * The answers to a form. May hold a secret: prints as the command's name alone, and is taken up by
 * {@link Bot#takeUp} only where none of the questions asks for one.
 *
 * @param command {@link io.tillbot.core.reply.Form#command()}
 * @param given {@link io.tillbot.core.reply.Form#given()}
 * @param answers by their questions' names; an empty one was left unanswered
 */
public record FormAnswers(
    Caller caller,
    Place place,
    String command,
    Map<String, String> given,
    Map<String, String> answers)
    implements Message {
  public FormAnswers {
    given = Map.copyOf(given);
    answers = Map.copyOf(answers);
  }

  @Override
  public FormAnswers at(Place seen) {
    return new FormAnswers(caller, seen, command, given, answers);
  }

  @Override
  public String toString() {
    return "FormAnswers[" + command + "]";
  }
}
