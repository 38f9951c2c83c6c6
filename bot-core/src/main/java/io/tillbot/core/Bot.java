package io.tillbot.core;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Platform;
import io.tillbot.core.access.Ticket;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.access.Tickets;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.Options;
import io.tillbot.core.command.ParseResult;
import io.tillbot.core.command.TextParser;
import io.tillbot.core.execution.ConfirmationCards;
import io.tillbot.core.execution.Means;
import io.tillbot.core.execution.Operations;
import io.tillbot.core.help.HelpCards;
import io.tillbot.core.policy.Gatekeeper;
import io.tillbot.core.port.Messenger;
import io.tillbot.core.port.Store;
import io.tillbot.core.reply.Outcome;
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
  private final Store store;
  private final Operations operations;
  private final CommandRunner runner;
  private final Clock clock;
  private final Guard guard;
  private final Receipts receipts;

  public Bot(Catalogue catalogue, Means means, Supplier<CorrelationId> correlations) {
    this.gatekeeper = means.gate();
    this.parser = new TextParser(catalogue.registry());
    this.store = means.store();
    this.operations = catalogue.operations();
    this.runner = new CommandRunner(means, operations);
    this.clock = means.clock();
    this.guard = new Guard(clock, correlations);
    this.receipts = new Receipts(means);
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
            pressed("confirm", operations.confirm(press.ticket(), press.caller(), press.place())));
  }

  /** Forgets the change that the ticket stands for. */
  public Answer stop(Press press) {
    return guard.answer(() -> pressed("stop", operations.stop(press.ticket(), press.caller())));
  }

  private static Task pressed(String name, Operations.Pressed pressed) {
    return pressed.serves()
        ? new Task(name, pressed.work()::done)
        : Task.turnedAway(name, pressed.work()::done);
  }

  /**
   * Takes up what a platform delivered; empty when that was done before, by whichever process: then
   * it is answered nothing. Durable on return, so that the platform may be told that it arrived.
   * Where the store fails nobody knows whether it is new, and its answer says so.
   */
  public Optional<Received> takeUp(Delivered delivered) {
    try {
      return receipts
          .claim(delivered)
          .map(
              receipt ->
                  new Received(
                      () -> answered(delivered.message(), receipt), () -> receipts.end(receipt)));
    } catch (RuntimeException broken) {
      Supplier<Task> failing =
          () -> {
            throw broken;
          };
      return Optional.of(
          new Received(() -> new Stepped(guard.answer(failing), Optional.empty()), () -> {}));
    }
  }

  /**
   * Answers again what no process has brought to an end in time: a read is done again, a write goes
   * on from where the ledger has it. Tried a few times, then given up.
   *
   * @param platform whose messages the messenger can answer
   * @return how many there were
   */
  public int answerLeft(Platform platform, Messenger messenger) {
    return new Leftovers(receipts, this::answeredAgain, messenger).answer(platform);
  }

  private Answer answeredAgain(Delivered delivered, Leftovers.Origin origin) {
    return origin
        .operation()
        .map(
            operation -> guard.answer(() -> new Task("resume", () -> operations.resume(operation))))
        .orElseGet(() -> answered(delivered.message(), origin.receipt()).answer());
  }

  private Stepped answered(Message message, Receipts.Receipt receipt) {
    return switch (message) {
      case Invocation invocation -> new Stepped(handle(invocation), Optional.empty());
      case Pressed(Pressed.Kind kind, Press press) ->
          switch (kind) {
            case STEP -> step(press);
            case STOP -> new Stepped(stop(press), Optional.empty());
            case CONFIRM ->
                new Stepped(
                    guard.answer(
                        () ->
                            pressed(
                                "confirm",
                                operations.confirm(
                                    press.ticket(),
                                    press.caller(),
                                    press.place(),
                                    receipt::ledTo))),
                    Optional.empty());
          };
    };
  }

  /** Keeps what a button is to run, for that caller alone, and names it. */
  public TicketId offer(Caller caller, Step step) {
    Ticket ticket =
        new Ticket(caller, Ticket.Purpose.STEP, step.facts(), clock.instant().plus(LIFE_OF_STEPS));
    return store.write(unit -> unit.tickets().keep(ticket));
  }

  /** Runs what {@link #offer} kept; a button that only reads may be pressed again. */
  public Stepped step(Press press) {
    AtomicReference<Optional<Step>> taken = new AtomicReference<>(Optional.empty());
    Answer answer =
        guard.answer(
            () ->
                switch (look(press)) {
                  case Tickets.Found.Good(Ticket ticket) -> stepped(press, ticket, taken);
                  case Tickets.Found.Foreign _ ->
                      Task.turnedAway("step", ConfirmationCards::foreign);
                  case Tickets.Found.Gone _ -> Task.turnedAway("step", ConfirmationCards::gone);
                });
    return new Stepped(answer, taken.get());
  }

  private Tickets.Found look(Press press) {
    return store.read(unit -> unit.tickets().look(press.ticket(), press.caller()));
  }

  private Task stepped(Press press, Ticket ticket, AtomicReference<Optional<Step>> taken) {
    if (ticket.purpose() != Ticket.Purpose.STEP) {
      return Task.turnedAway("step", ConfirmationCards::gone);
    }
    Step step = Step.of(ticket.facts());
    taken.set(Optional.of(step));
    return given(new Invocation(press.caller(), press.place(), step.input()));
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
          command.get().spec().path().toString(),
          () -> runner.submit(command.get(), asking, answers, call));
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
