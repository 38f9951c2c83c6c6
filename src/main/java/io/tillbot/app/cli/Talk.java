package io.tillbot.app.cli;

import io.tillbot.adapter.console.Conversation;
import io.tillbot.core.Bot;
import io.tillbot.core.FormAnswers;
import io.tillbot.core.Invocation;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.reply.Form;
import io.tillbot.core.reply.Outcome;
import java.util.Map;

/** Joins the terminal's prompt to the bot. */
record Talk(Bot bot, Caller caller) implements Conversation {
  @Override
  public Outcome say(String line) {
    return bot.handle(new Invocation(caller, Place.terminal(), new Invocation.Line(line)))
        .outcome();
  }

  @Override
  public Outcome answer(Form form, Map<String, String> answers) {
    return bot.submit(
            new FormAnswers(caller, Place.terminal(), form.command(), form.given(), answers))
        .outcome();
  }
}
