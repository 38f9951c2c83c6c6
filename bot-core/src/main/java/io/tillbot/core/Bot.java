package io.tillbot.core;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Platform;
import io.tillbot.core.access.Ticket;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.access.Tickets;
import io.tillbot.core.audit.Act;
import io.tillbot.core.audit.Trail;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.Effect;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.Options;
import io.tillbot.core.command.ParseResult;
import io.tillbot.core.command.TextParser;
import io.tillbot.core.execution.ConfirmationCards;
import io.tillbot.core.execution.Means;
import io.tillbot.core.execution.Operations;
import io.tillbot.core.help.HelpCards;
import io.tillbot.core.operation.OperationId;
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
  private final Auditor auditor;
  private final Guard guard;
  private final Receipts receipts;
  private final Supplier<CorrelationId> correlations;
  private final Function<Caller, Optional<Duration>> pace;

  /** One in which nobody comes too often. */
  public Bot(Catalogue catalogue, Means means, Supplier<CorrelationId> correlations) {
    this(catalogue, means, correlations, _ -> Optional.empty());
  }

  public Bot(
      Catalogue catalogue, Means means, Supplier<CorrelationId> correlations, Throttle throttle) {
    this(catalogue, means, correlations, throttle::tooSoon);
  }

  private Bot(
      Catalogue catalogue,
      Means means,
      Supplier<CorrelationId> correlations,
      Function<Caller, Optional<Duration>> pace) {
    this.correlations = correlations;
    this.pace = pace;
    this.gatekeeper = means.gate();
    this.parser = new TextParser(catalogue.registry());
    this.store = means.store();
    this.operations = catalogue.operations();
    this.runner = new CommandRunner(means, operations);
    this.clock = means.clock();
    this.auditor = new Auditor(means);
    this.guard = new Guard(clock, correlations, auditor);
    this.receipts = new Receipts(means);
  }

  /** Runs a command. One that changes something is shown first, and waits to be confirmed. */
  public Answer handle(Invocation invocation) {
    return tooOften(invocation.caller(), Act.COMMAND).orElseGet(() -> ran(invocation, Time.FIRST));
  }

  private Answer ran(Invocation invocation, Time time) {
    Act act = time == Time.FIRST ? Act.COMMAND : Act.AGAIN;
    return guard.answer(asking(invocation, act), trail -> given(invocation, trail, time));
  }

  /** Goes on with the answers to a form that an earlier outcome asked for. */
  public Answer submit(FormAnswers answers) {
    return tooOften(answers.caller(), Act.FORM)
        .orElseGet(
            () ->
                guard.answer(
                    new Guard.Asking(answers.caller(), answers.place(), Act.FORM),
                    trail -> filledIn(answers, trail)));
  }

  /** The answer to somebody who comes too often: nothing is done for them, or written down. */
  private Optional<Answer> tooOften(Caller caller, Act act) {
    return pace.apply(caller)
        .map(
            wait -> {
              Outcome refusal = Throttle.refusal(wait);
              auditor.turnsAway(caller, act, refusal);
              return new Answer(refusal, correlations.get(), Answer.Use.TURNED_AWAY);
            });
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
    return tooOften(press.caller(), Act.CONFIRM).orElseGet(() -> confirm(press, (_, _) -> {}));
  }

  private Answer confirm(Press press, Operations.Also also) {
    return guard.answer(
        asking(press, Act.CONFIRM),
        trail ->
            pressed(
                "confirm",
                operations.confirm(press.ticket(), press.caller(), press.place(), also, trail)));
  }

  /** Forgets the change that the ticket stands for. */
  public Answer stop(Press press) {
    return tooOften(press.caller(), Act.STOP).orElseGet(() -> stopped(press));
  }

  private Answer stopped(Press press) {
    return guard.answer(
        asking(press, Act.STOP),
        trail -> pressed("stop", operations.stop(press.ticket(), press.caller(), trail)));
  }

  private static Task pressed(String name, Operations.Pressed pressed) {
    return pressed.serves()
        ? new Task(name, pressed.work()::done)
        : Task.turnedAway(name, pressed.work()::done);
  }

  /** Does what somebody at the machine does with the program itself. */
  public Answer operate(Caller operator, OperatorAction action) {
    return guard.answer(
        new Guard.Asking(operator, Place.terminal(), Act.OPERATOR),
        trail -> {
          trail.runs(action.name());
          trail.takes(action.options());
          trail.changes();
          return new Task("tillbot " + action.name(), () -> operated(action, trail));
        });
  }

  private static Outcome operated(OperatorAction action, Trail trail) {
    Outcome outcome = action.work().get();
    // To whom nothing was done, they are given no pseudonym: they may never come.
    if (outcome instanceof Outcome.Answered) {
      action.whom().ifPresent(trail::isDoneTo);
    }
    return outcome;
  }

  /** What writes the audit trail. */
  public Auditor auditor() {
    return auditor;
  }

  private static Guard.Asking asking(Message message, Act act) {
    return switch (message) {
      case Invocation given -> new Guard.Asking(given.caller(), given.place(), act);
      case Pressed(Pressed.Kind _, Press press) -> asking(press, act);
    };
  }

  private static Guard.Asking asking(Press press, Act act) {
    return new Guard.Asking(press.caller(), press.place(), act);
  }

  private static Act act(Message message) {
    return switch (message) {
      case Invocation _ -> Act.COMMAND;
      case Pressed(Pressed.Kind kind, Press _) ->
          switch (kind) {
            case STEP -> Act.STEP;
            case STOP -> Act.STOP;
            case CONFIRM -> Act.CONFIRM;
          };
    };
  }

  /**
   * Takes up what a platform delivered; empty when that was done before, by whichever process: then
   * it is answered nothing. Durable on return, so that the platform may be told that it arrived.
   * Where the store fails nobody knows whether it is new, and its answer says so.
   */
  public Optional<Received> takeUp(Delivered delivered) {
    Message message = delivered.message();
    Optional<Answer> refusal = tooOften(message.caller(), act(message));
    if (refusal.isPresent()) {
      // One that was here before is being done, or was: nobody is told that it was not.
      return receipts.isKnown(delivered)
          ? Optional.empty()
          : refusal.map(
              answer -> new Received(() -> new Stepped(answer, Optional.empty()), () -> {}));
    }
    try {
      return receipts
          .claim(delivered)
          .map(
              receipt ->
                  new Received(() -> answered(message, receipt), () -> receipts.end(receipt)));
    } catch (RuntimeException broken) {
      Function<Trail, Task> failing =
          _ -> {
            throw broken;
          };
      return Optional.of(
          new Received(
              () ->
                  new Stepped(
                      guard.answer(asking(message, act(message)), failing), Optional.empty()),
              () -> {}));
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
    Message message = delivered.message();
    return origin
        .operation()
        .map(operation -> resumed(message, operation))
        .orElseGet(
            () ->
                switch (message) {
                  case Invocation invocation -> ran(invocation, Time.AGAIN);
                  case Pressed(Pressed.Kind kind, Press press) ->
                      switch (kind) {
                        case STEP -> stepped(press, Time.AGAIN).answer();
                        case STOP -> stopped(press);
                        case CONFIRM -> notBegun(press);
                      };
                });
  }

  private Answer notBegun(Press press) {
    return guard.answer(
        asking(press, Act.AGAIN), _ -> Task.turnedAway("confirm", ConfirmationCards::notBegun));
  }

  /** Whether a message is done for the first time, or some process has left it behind. */
  private enum Time {
    FIRST,
    AGAIN
  }

  private Answer resumed(Message message, OperationId operation) {
    return guard.answer(
        asking(message, Act.AGAIN),
        trail -> {
          trail.changes();
          return new Task("resume", () -> operations.resume(operation, trail));
        });
  }

  private Stepped answered(Message message, Receipts.Receipt receipt) {
    return switch (message) {
      case Invocation invocation -> new Stepped(ran(invocation, Time.FIRST), Optional.empty());
      case Pressed(Pressed.Kind kind, Press press) ->
          switch (kind) {
            case STEP -> stepped(press, Time.FIRST);
            case STOP -> new Stepped(stopped(press), Optional.empty());
            case CONFIRM -> new Stepped(confirm(press, receipt::ledTo), Optional.empty());
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
    return tooOften(press.caller(), Act.STEP)
        .map(refusal -> new Stepped(refusal, Optional.empty()))
        .orElseGet(() -> stepped(press, Time.FIRST));
  }

  private Stepped stepped(Press press, Time time) {
    AtomicReference<Optional<Step>> taken = new AtomicReference<>(Optional.empty());
    Answer answer =
        guard.answer(
            asking(press, Act.STEP),
            trail ->
                switch (look(press)) {
                  case Tickets.Found.Good(Ticket ticket) ->
                      stepped(press, ticket, taken, trail, time);
                  case Tickets.Found.Foreign _ ->
                      Task.turnedAway("step", ConfirmationCards::foreign);
                  case Tickets.Found.Gone _ -> Task.turnedAway("step", ConfirmationCards::gone);
                });
    return new Stepped(answer, taken.get());
  }

  private Tickets.Found look(Press press) {
    return store.read(unit -> unit.tickets().look(press.ticket(), press.caller()));
  }

  private Task stepped(
      Press press, Ticket ticket, AtomicReference<Optional<Step>> taken, Trail trail, Time time) {
    if (ticket.purpose() != Ticket.Purpose.STEP) {
      return Task.turnedAway("step", ConfirmationCards::gone);
    }
    Step step = Step.of(ticket.facts());
    taken.set(Optional.of(step));
    return given(new Invocation(press.caller(), press.place(), step.input()), trail, time);
  }

  private Task given(Invocation invocation, Trail trail, Time time) {
    ParseResult parsed =
        switch (invocation.input()) {
          case Invocation.Line(String text) -> parser.parse(text);
          case Invocation.Named(String command, var options) -> parser.bind(command, options);
        };
    return task(
        parsed,
        trail,
        parent -> leaves(parent, invocation.caller(), invocation.place()),
        good ->
            time == Time.AGAIN && changesAtOnce(good.command())
                ? new Outcome.Unknown(HelpCards.perhapsDone(good.command().spec()))
                : runner.run(
                    good.command(),
                    new Call(
                        invocation.caller(), invocation.place(), good.options(), Call.Stage.TYPED),
                    trail));
  }

  /**
   * Whether a command changes something without being confirmed first. Done a second time it may
   * change something else: the account in use may be another one by then.
   */
  private static boolean changesAtOnce(Command command) {
    return command.spec().effect() != Effect.READ
        && !(command.handler() instanceof Handler.ChangesAccount);
  }

  private Task filledIn(FormAnswers answers, Trail trail) {
    Optional<Command> command = parser.command(answers.command());
    if (command.isPresent() && command.get().handler() instanceof Handler.AsksForSecret asking) {
      Call call = new Call(answers.caller(), answers.place(), Options.none(), Call.Stage.ANSWERED);
      trail.runs(command.get().spec(), Map.of());
      return new Task(
          command.get().spec().path().toString(),
          () -> runner.submit(command.get(), asking, answers, call, trail));
    }
    Map<String, String> words = new HashMap<>(answers.given());
    answers.answers().entrySet().stream()
        .filter(answer -> !answer.getValue().isBlank())
        .forEach(answer -> words.put(answer.getKey(), answer.getValue()));
    return task(
        parser.bind(answers.command(), words),
        trail,
        parent -> leaves(parent, answers.caller(), answers.place()),
        good ->
            runner.run(
                good.command(),
                new Call(answers.caller(), answers.place(), good.options(), Call.Stage.ANSWERED),
                trail));
  }

  private Outcome leaves(ParseResult.Parent parent, Caller caller, Place place) {
    return new Outcome.Answered(
        HelpCards.catalogue(gatekeeper.allowed(parent.leaves(), caller, place)));
  }

  private static Task task(
      ParseResult parsed,
      Trail trail,
      Function<ParseResult.Parent, Outcome> leaves,
      Function<ParseResult.Parsed, Outcome> work) {
    return switch (parsed) {
      case ParseResult.Parsed good -> {
        trail.runs(good.command().spec(), good.options().words());
        yield new Task(good.command().spec().path().toString(), () -> work.apply(good));
      }
      case ParseResult.Parent parent -> {
        trail.runs(parent.word());
        yield new Task("/" + parent.word(), () -> leaves.apply(parent));
      }
      case ParseResult.Failed failed ->
          new Task("not understood", () -> new Outcome.Refused(HelpCards.notUnderstood(failed)));
    };
  }
}
