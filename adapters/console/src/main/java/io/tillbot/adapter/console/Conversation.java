package io.tillbot.adapter.console;

import io.tillbot.core.access.TicketId;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.reply.Form;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Text;
import java.util.List;
import java.util.Map;

/** The bot, as the person at this terminal talks with it. Safe for many threads; may block. */
public interface Conversation {

  /** Runs a typed line. What would change something is only shown by it. */
  Outcome say(String line);

  /**
   * Goes on with the answers to a form.
   *
   * @param answers by their questions' names; may hold a secret
   */
  Outcome answer(Form form, Map<String, String> answers);

  /** What is wrong with these answers, by their questions' names. Reads nothing. */
  Map<String, Text> check(Form form, Map<String, String> answers);

  /** Carries out what the ticket stands for. */
  Outcome confirm(TicketId ticket);

  /** Forgets what the ticket stands for. */
  Outcome stop(TicketId ticket);

  /** Every command that can be typed, in the order in which help lists them. */
  List<CommandSpec> commands();

  /** What the person may mean by that option of that command; none rather than late. */
  List<Proposal> suggested(CommandSpec command, OptionSpec<?> option);
}
