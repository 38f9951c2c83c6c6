package io.tillbot.core;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import java.util.Map;

/**
 * The answers to a form. May hold a secret: prints as the form's id alone.
 *
 * @param formId {@link io.tillbot.core.reply.Form#id()}
 * @param answers by their questions' names
 */
public record FormAnswers(Caller caller, Place place, String formId, Map<String, String> answers) {
  public FormAnswers {
    answers = Map.copyOf(answers);
  }

  @Override
  public String toString() {
    return "FormAnswers[" + formId + "]";
  }
}
