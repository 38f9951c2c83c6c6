package io.tillbot.core;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Ticket;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.access.Tickets;
import io.tillbot.core.billing.BillingAccess;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.Options;
import io.tillbot.core.command.ParseResult;
import io.tillbot.core.command.TextParser;
import io.tillbot.core.help.HelpCards;
import io.tillbot.core.policy.Gatekeeper;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The one entrance: an invocation in, an outcome out. Blocks the calling thread; safe for many
 * threads; never throws for anything that a caller can do.
 */
public final class Bot {
  /** How long a button of a card that only reads goes on working. */
  private static final Duration LIFE_OF_STEPS = Duration.ofHours(24);

  private final Gatekeeper gatekeeper;
  private final TextParser parser;
  private final Tickets tickets;
  private final Confirmations confirmations;
  private final CommandRunner runner;
  private final Clock clock;
  private final Guard guard;

  public Bot(
      Catalogue catalogue,
      CredentialVault vault,
      Tickets tickets,
      BillingAccess billing,
      Clock clock,
      Supplier<CorrelationId> correlations) {
    this.gatekeeper = catalogue.gatekeeper();
    this.parser = new TextParser(catalogue.registry());
    this.tickets = tickets;
    this.confirmations = new Confirmations(tickets, clock);
    this.runner = new CommandRunner(vault, billing, confirmations);
    this.clock = clock;
    this.guard = new Guard(clock, correlations);
  }

  /** Runs a command. One that changes something is shown first, and waits to be confirmed. */
  public Answer handle(Invocation invocation) {
    return guard.answer(() -> given(invocation));
  }

  /** Goes on with the answers to a form that an earlier outcome asked for. */
  public Answer submit(FormAnswers answers) {
    return guard.answer(() -> filledIn(answers));
  }

  /**
   * What is wrong with the answers to a form, by their questions' names; empty when nothing is.
   * Reads nothing, so that a platform can ask it within its three seconds.
   */
  public Map<String, Text> check(FormAnswers answers) {
    Map<String, Text> problems = new LinkedHashMap<>();
    parser
        .command(answers.command())
        .ifPresent(
            command ->
                answers
                    .answers()
                    .forEach(
                        (name, word) ->
                            problem(command, name, word)
                                .ifPresent(problem -> problems.put(name, problem))));
    return problems;
  }

  private static Optional<Text> problem(Command command, String name, String word) {
    return word.isBlank()
        ? Optional.empty()
        : command.spec().option(name).flatMap(option -> option.problem(word));
  }

  /**
   * Carries out the change that the ticket stands for, once, and only when everything is still as
   * its owner has seen it.
   */
  public Answer confirm(Press press) {
    return guard.answer(
        () ->
            ticket(
                "confirm",
                confirmations.take(press),
                good -> confirmed(press, good),
                Confirmations::spent));
  }

  /** Forgets the change that the ticket stands for. */
  public Answer stop(Press press) {
    return guard.answer(
        () ->
            ticket(
                "stop",
                confirmations.take(press),
                _ ->
                    new Task(
                        "stop", () -> new Outcome.Answered(Reply.of(Text.of("confirm.stopped")))),
                Confirmations::spent));
  }

  /** Keeps what a button is to run, for that caller alone, and names it. */
  public TicketId offer(Caller caller, Step step) {
    return tickets.keep(
        new Ticket(caller, Ticket.Purpose.STEP, step.facts(), clock.instant().plus(LIFE_OF_STEPS)));
  }

  /** Runs what {@link #offer} kept; a button that only reads may be pressed again. */
  public Stepped step(Press press) {
    AtomicReference<Optional<Step>> taken = new AtomicReference<>(Optional.empty());
    Answer answer =
        guard.answer(
            () ->
                ticket(
                    "step",
                    tickets.look(press.ticket(), press.caller()),
                    good -> stepped(press, good, taken),
                    Confirmations::gone));
    return new Stepped(answer, taken.get());
  }

  private Task stepped(Press press, Ticket ticket, AtomicReference<Optional<Step>> taken) {
    if (ticket.purpose() != Ticket.Purpose.STEP) {
      return Task.turnedAway("step", Confirmations::gone);
    }
    Step step = Step.of(ticket.facts());
    taken.set(Optional.of(step));
    return given(new Invocation(press.caller(), press.place(), step.input()));
  }

  private static Task ticket(
      String name, Tickets.Found found, Function<Ticket, Task> good, Supplier<Outcome> gone) {
    return switch (found) {
      case Tickets.Found.Good(Ticket ticket) -> good.apply(ticket);
      case Tickets.Found.Foreign _ -> Task.turnedAway(name, Confirmations::foreign);
      case Tickets.Found.Gone _ -> Task.turnedAway(name, gone);
    };
  }

  private Task given(Invocation invocation) {
    ParseResult parsed =
        switch (invocation.input()) {
          case Invocation.Line(String text) -> parser.parse(text);
          case Invocation.Named(String command, var options) -> parser.bind(command, options);
        };
    return task(
        parsed,
        parent -> leaves(parent, invocation.caller(), invocation.place()),
        good ->
            runner.run(
                good.command(),
                new Call(
                    invocation.caller(), invocation.place(), good.options(), Call.Stage.TYPED)));
  }

  private Task filledIn(FormAnswers answers) {
    Optional<Command> command = parser.command(answers.command());
    if (command.isPresent() && command.get().handler() instanceof Handler.AsksForSecret asking) {
      Call call = new Call(answers.caller(), answers.place(), Options.none(), Call.Stage.ANSWERED);
      return new Task(
          command.get().spec().path().toString(), () -> asking.submit(call, answers.answers()));
    }
    Map<String, String> words = new HashMap<>(answers.given());
    answers.answers().entrySet().stream()
        .filter(answer -> !answer.getValue().isBlank())
        .forEach(answer -> words.put(answer.getKey(), answer.getValue()));
    return task(
        parser.bind(answers.command(), words),
        parent -> leaves(parent, answers.caller(), answers.place()),
        good ->
            runner.run(
                good.command(),
                new Call(answers.caller(), answers.place(), good.options(), Call.Stage.ANSWERED)));
  }

  private Task confirmed(Press press, Ticket ticket) {
    Invocation.Named agreed = Confirmations.command(ticket);
    return task(
        parser.bind(agreed.command(), agreed.options()),
        parent -> leaves(parent, press.caller(), press.place()),
        good -> runner.carryOut(good, press, ticket));
  }

  private Outcome leaves(ParseResult.Parent parent, Caller caller, Place place) {
    return new Outcome.Answered(
        HelpCards.catalogue(gatekeeper.allowed(parent.leaves(), caller, place)));
  }

  private static Task task(
      ParseResult parsed,
      Function<ParseResult.Parent, Outcome> leaves,
      Function<ParseResult.Parsed, Outcome> work) {
    return switch (parsed) {
      case ParseResult.Parsed good ->
          new Task(good.command().spec().path().toString(), () -> work.apply(good));
      case ParseResult.Parent parent -> new Task("/" + parent.word(), () -> leaves.apply(parent));
      case ParseResult.Failed failed ->
          new Task("not understood", () -> new Outcome.Refused(HelpCards.notUnderstood(failed)));
    };
  }
}
