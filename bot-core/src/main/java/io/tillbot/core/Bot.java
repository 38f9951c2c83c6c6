package io.tillbot.core;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.access.Ticket;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.access.Tickets;
import io.tillbot.core.account.AccountChoice;
import io.tillbot.core.billing.BillingAccess;
import io.tillbot.core.billing.BillingApi;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.Options;
import io.tillbot.core.command.ParseResult;
import io.tillbot.core.command.TextParser;
import io.tillbot.core.help.HelpCards;
import io.tillbot.core.operation.Change;
import io.tillbot.core.operation.Executor;
import io.tillbot.core.operation.Fact;
import io.tillbot.core.operation.Preparation;
import io.tillbot.core.operation.Snapshot;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one entrance: an invocation in, an outcome out. Blocks the calling thread; safe for many
 * threads; never throws for anything that a caller can do.
 */
public final class Bot {
  private static final Logger LOG = LoggerFactory.getLogger(Bot.class);

  /** How long a button of a card that only reads goes on working. */
  private static final Duration LIFE_OF_STEPS = Duration.ofHours(24);

  private final TextParser parser;
  private final CredentialVault vault;
  private final Tickets tickets;
  private final Confirmations confirmations;
  private final BillingAccess billing;
  private final Clock clock;
  private final Supplier<CorrelationId> correlations;

  public Bot(
      Catalogue catalogue,
      CredentialVault vault,
      Tickets tickets,
      BillingAccess billing,
      Clock clock,
      Supplier<CorrelationId> correlations) {
    this.parser = new TextParser(catalogue.registry());
    this.vault = vault;
    this.tickets = tickets;
    this.confirmations = new Confirmations(tickets, clock);
    this.billing = billing;
    this.clock = clock;
    this.correlations = correlations;
  }

  /** Runs a command. One that changes something is shown first, and waits to be confirmed. */
  public Answer handle(Invocation invocation) {
    return guarded(() -> task(invocation));
  }

  /** Goes on with the answers to a form that an earlier outcome asked for. */
  public Answer submit(FormAnswers answers) {
    return guarded(() -> filledIn(answers));
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
    return guarded(
        () ->
            switch (confirmations.take(press)) {
              case Tickets.Found.Good(Ticket ticket) -> confirmed(press, ticket);
              case Tickets.Found.Foreign _ -> Task.turnedAway("confirm", Bot::foreign);
              case Tickets.Found.Gone _ -> Task.turnedAway("confirm", Bot::gone);
            });
  }

  /** Forgets the change that the ticket stands for. */
  public Answer stop(Press press) {
    return guarded(
        () ->
            switch (confirmations.take(press)) {
              case Tickets.Found.Good _ ->
                  new Task(
                      "stop", () -> new Outcome.Answered(Reply.of(Text.of("confirm.stopped"))));
              case Tickets.Found.Foreign _ -> Task.turnedAway("stop", Bot::foreign);
              case Tickets.Found.Gone _ -> Task.turnedAway("stop", Bot::gone);
            });
  }

  /** Keeps what a button is to run, for that caller alone, and names it. */
  public TicketId offer(Caller caller, Step step) {
    return tickets.keep(
        new Ticket(caller, Ticket.Purpose.STEP, step.facts(), clock.instant().plus(LIFE_OF_STEPS)));
  }

  /** Runs what {@link #offer} kept; a button that only reads may be pressed again. */
  public Stepped step(Press press) {
    Tickets.Found found = tickets.look(press.ticket(), press.caller());
    if (found instanceof Tickets.Found.Good(Ticket ticket)
        && ticket.purpose() == Ticket.Purpose.STEP) {
      Step step = Step.of(ticket.facts());
      return new Stepped(handle(new Invocation(press.caller(), press.place(), step.input())), step);
    }
    Supplier<Outcome> refusal = found instanceof Tickets.Found.Foreign ? Bot::foreign : Bot::gone;
    return new Stepped(guarded(() -> Task.turnedAway("step", refusal)), Step.line(""));
  }

  /** What is to be done, by a name that is safe to log: never what the person typed. */
  private record Task(String name, Supplier<Outcome> work, Answer.Use use) {
    private Task(String name, Supplier<Outcome> work) {
      this(name, work, Answer.Use.SERVED);
    }

    private static Task turnedAway(String name, Supplier<Outcome> refusal) {
      return new Task(name, refusal, Answer.Use.TURNED_AWAY);
    }
  }

  private Task task(Invocation invocation) {
    ParseResult parsed =
        switch (invocation.input()) {
          case Invocation.Line(String text) -> parser.parse(text);
          case Invocation.Named(String command, var options) -> parser.bind(command, options);
        };
    return task(
        parsed,
        good ->
            run(
                good.command(),
                new Call(
                    invocation.caller(), invocation.place(), good.options(), Call.Stage.TYPED)));
  }

  private static Task task(ParseResult parsed, Function<ParseResult.Parsed, Outcome> work) {
    return switch (parsed) {
      case ParseResult.Parsed good ->
          new Task(good.command().spec().path().toString(), () -> work.apply(good));
      case ParseResult.Parent parent ->
          new Task(
              "/" + parent.word(),
              () -> new Outcome.Answered(HelpCards.catalogue(parent.leaves())));
      case ParseResult.Failed failed ->
          new Task("not understood", () -> new Outcome.Refused(HelpCards.notUnderstood(failed)));
    };
  }

  private Outcome run(Command command, Call call) {
    return switch (command.handler()) {
      case Handler.NeedsNoAccount local -> local.handle(call);
      case Handler.AsksForSecret asking -> asking.handle(call);
      case Handler.ReadsAccount reads ->
          opened(call.caller(), opened -> reads.handle(call, opened.api().reads()));
      case Handler.ChangesAccount changes ->
          opened(
              call.caller(),
              opened ->
                  switch (changes.prepare(call, opened.api().reads())) {
                    case Preparation.Ended(Outcome outcome) -> outcome;
                    case Preparation.Ready(Change<?> change) ->
                        confirmations.ask(call, opened.account(), command.spec(), change);
                  });
    };
  }

  private Outcome opened(Caller caller, Function<Opened, Outcome> work) {
    Optional<Opened> opened =
        vault
            .inUse(caller)
            .flatMap(
                account ->
                    vault
                        .open(caller, account)
                        .map(credential -> new Opened(account, billing.open(credential))));
    return opened
        .map(work)
        .orElseGet(() -> new Outcome.NeedsLink(AccountChoice.needed(vault, caller)));
  }

  /** The account in use, and the API as it sees it. */
  private record Opened(AccountName account, BillingApi api) {}

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
        good ->
            run(
                good.command(),
                new Call(answers.caller(), answers.place(), good.options(), Call.Stage.ANSWERED)));
  }

  private Task confirmed(Press press, Ticket ticket) {
    Invocation.Named agreed = Confirmations.command(ticket);
    return task(
        parser.bind(agreed.command(), agreed.options()), good -> carriedOut(good, press, ticket));
  }

  private Outcome carriedOut(ParseResult.Parsed agreed, Press press, Ticket ticket) {
    Call call = new Call(press.caller(), press.place(), agreed.options(), Call.Stage.CONFIRMED);
    return agreed.command().handler() instanceof Handler.ChangesAccount changes
        ? opened(
            press.caller(),
            opened ->
                switch (preparation(changes, call, opened, ticket)) {
                  case Preparation.Ended(Outcome outcome) -> outcome;
                  case Preparation.Ready(Change<?> change) -> {
                    SortedMap<Fact, Snapshot.Difference> differences =
                        Confirmations.differences(ticket, change);
                    yield differences.isEmpty()
                        ? Executor.carryOut(change, opened.api())
                        : Confirmations.stale(
                            differences, agreed.command().spec().line(agreed.options().words()));
                  }
                })
        : gone();
  }

  /** What was shown for one account never goes to another. */
  private static Preparation preparation(
      Handler.ChangesAccount changes, Call call, Opened opened, Ticket ticket) {
    return Confirmations.isFor(opened.account(), ticket)
        ? changes.prepare(call, opened.api().reads())
        : new Preparation.Ended(Confirmations.otherAccount(opened.account(), ticket));
  }

  private static Outcome foreign() {
    return new Outcome.Refused(
        Reply.card(Text.of("ticket.foreign"))
            .tone(Tone.WARNING)
            .body(Text.of("ticket.foreign-what-to-do"))
            .build());
  }

  private static Outcome gone() {
    return new Outcome.Refused(
        Reply.card(Text.of("ticket.gone"))
            .tone(Tone.WARNING)
            .body(Text.of("ticket.gone-what-to-do"))
            .build());
  }

  /** One line of log per command, and no exception beyond this point. */
  private Answer guarded(Supplier<Task> preparation) {
    CorrelationId correlation = correlations.get();
    Instant start = clock.instant();
    String command = "unread";
    Answer.Use use = Answer.Use.TURNED_AWAY;
    Outcome outcome;
    try {
      Task task = preparation.get();
      command = task.name();
      use = task.use();
      outcome = task.work().get();
    } catch (CredentialVault.VaultException broken) {
      // Its message is made for an operator and never holds a credential.
      LOG.error("command={} correlation={}: {}", command, correlation, broken.getMessage(), broken);
      outcome = brokenHere(correlation);
    } catch (RuntimeException bug) {
      LOG.error("command={} correlation={} failed", command, correlation, bug);
      outcome = brokenHere(correlation);
    }
    LOG.info(
        "command={} outcome={} ms={} correlation={}",
        command,
        outcome.getClass().getSimpleName(),
        Duration.between(start, clock.instant()).toMillis(),
        correlation);
    return new Answer(outcome, correlation, use);
  }

  private static Outcome brokenHere(CorrelationId correlation) {
    return new Outcome.Unavailable(
        Reply.card(Text.of("bot.broken"))
            .tone(Tone.BAD)
            .body(Text.of("bot.broken-what-to-do", Value.data(correlation.value())))
            .build());
  }
}
