package io.tillbot.adapter.console;

import io.tillbot.core.access.TicketId;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.reply.Form;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Remembers what it was told, and answers as the test wants. */
final class Partner implements Conversation {
  static final TicketId TICKET = new TicketId("ticket-of-a-change-0123456789");

  final List<String> heard = new ArrayList<>();
  final List<Map<String, String>> answers = new ArrayList<>();
  final Map<String, Text> problems = new HashMap<>();
  private final Function<String, Outcome> reaction;
  private Supplier<Outcome> toAnswers = () -> answered("linked now");
  private Supplier<Outcome> toYes = () -> answered("carried out");
  private List<CommandSpec> commands = List.of();
  private Supplier<List<Proposal>> invoices = List::of;

  Partner(Function<String, Outcome> reaction) {
    this.reaction = reaction;
  }

  static Outcome answered(String words) {
    return new Outcome.Answered(Reply.of(Samples.words(words)));
  }

  Partner answering(Supplier<Outcome> outcome) {
    toAnswers = outcome;
    return this;
  }

  Partner confirming(Supplier<Outcome> outcome) {
    toYes = outcome;
    return this;
  }

  Partner knowing(List<CommandSpec> all, Supplier<List<Proposal>> own) {
    commands = all;
    invoices = own;
    return this;
  }

  /** An answer that is wrong, and why. */
  Partner objecting(String answer, String why) {
    problems.put(answer, Text.of(why));
    return this;
  }

  @Override
  public Outcome say(String line) {
    heard.add(line);
    return reaction.apply(line);
  }

  @Override
  public Outcome answer(Form form, Map<String, String> given) {
    answers.add(given);
    return toAnswers.get();
  }

  @Override
  public Map<String, Text> check(Form form, Map<String, String> given) {
    Map<String, Text> found = new HashMap<>();
    given.forEach(
        (name, answer) -> {
          if (problems.containsKey(answer)) {
            found.put(name, problems.get(answer));
          }
        });
    return found;
  }

  @Override
  public Outcome confirm(TicketId ticket) {
    heard.add(ticket.equals(TICKET) ? "confirm" : "confirm something else");
    return toYes.get();
  }

  @Override
  public Outcome stop(TicketId ticket) {
    heard.add(ticket.equals(TICKET) ? "stop" : "stop something else");
    return answered("stopped");
  }

  @Override
  public List<CommandSpec> commands() {
    return commands;
  }

  @Override
  public List<Proposal> suggested(CommandSpec command, OptionSpec<?> option) {
    return invoices.get();
  }
}
