package io.tillbot.adapter.console;

import io.tillbot.core.reply.Form;
import io.tillbot.core.reply.Outcome;
import java.util.Map;

/** The bot, as the person at this terminal talks with it. */
public interface Conversation {

  /** Runs a typed line. */
  Outcome say(String line);

  /**
   * Goes on with the answers to a form.
   *
   * @param answers by their questions' names; may hold a secret
   */
  Outcome answer(Form form, Map<String, String> answers);
}
