package io.tillbot.app.cli;

import io.tillbot.adapter.console.Conversation;
import io.tillbot.adapter.console.Proposal;
import io.tillbot.app.Wiring;
import io.tillbot.core.FormAnswers;
import io.tillbot.core.Invocation;
import io.tillbot.core.Press;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.reply.Form;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Text;
import io.tillbot.core.suggest.Typing;
import java.util.List;
import java.util.Map;

/** Joins the terminal's prompt to the bot. */
record Talk(Wiring wiring, Caller caller) implements Conversation {
  @Override
  public Outcome say(String line) {
    return wiring
        .bot()
        .handle(new Invocation(caller, Place.terminal(), new Invocation.Line(line)))
        .outcome();
  }

  @Override
  public Outcome answer(Form form, Map<String, String> answers) {
    return wiring.bot().submit(filledIn(form, answers)).outcome();
  }

  @Override
  public Map<String, Text> check(Form form, Map<String, String> answers) {
    return wiring.bot().check(filledIn(form, answers));
  }

  @Override
  public Outcome confirm(TicketId ticket) {
    return wiring.bot().confirm(press(ticket)).outcome();
  }

  @Override
  public Outcome stop(TicketId ticket) {
    return wiring.bot().stop(press(ticket)).outcome();
  }

  @Override
  public List<CommandSpec> commands() {
    return wiring.catalogue().registry().commands().stream().map(Command::spec).toList();
  }

  @Override
  public List<Proposal> suggested(CommandSpec command, OptionSpec<?> option) {
    Typing typing = new Typing(caller, Place.terminal(), command.path().name(), option.name(), "");
    return wiring.bot().suggest(typing).stream()
        .map(suggestion -> new Proposal(suggestion.word(), suggestion.label()))
        .toList();
  }

  private FormAnswers filledIn(Form form, Map<String, String> answers) {
    return new FormAnswers(caller, Place.terminal(), form.command(), form.given(), answers);
  }

  private Press press(TicketId ticket) {
    return new Press(caller, Place.terminal(), ticket);
  }
}
