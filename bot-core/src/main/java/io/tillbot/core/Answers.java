package io.tillbot.core;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Ticket;
import io.tillbot.core.access.Tickets;
import io.tillbot.core.audit.Act;
import io.tillbot.core.audit.Trail;
import io.tillbot.core.execution.ConfirmationCards;
import io.tillbot.core.execution.Operations;
import io.tillbot.core.operation.OperationId;
import io.tillbot.core.port.Store;
import io.tillbot.core.reply.Outcome;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Answers messages, each within the {@link Guard}. Whether somebody gives too many was asked
 * before.
 */
final class Answers {
  private final Tasks tasks;
  private final Operations operations;
  private final Store store;
  private final Guard guard;
  private final Consumer<Caller> changed;

  /**
   * @param changed hears of those for whom something was changed
   */
  Answers(Tasks tasks, Operations operations, Store store, Guard guard, Consumer<Caller> changed) {
    this.tasks = tasks;
    this.operations = operations;
    this.store = store;
    this.guard = guard;
    this.changed = changed;
  }

  /** What a message gets that was taken up for the first time. */
  Stepped answered(Message message, Receipts.Receipt receipt) {
    return switch (message) {
      case Invocation invocation -> new Stepped(ran(invocation, Attempt.FIRST), Optional.empty());
      case Pressed(Pressed.Kind kind, Press press) ->
          switch (kind) {
            case STEP -> stepped(press, Attempt.FIRST);
            case STOP -> new Stepped(stopped(press), Optional.empty());
            case CONFIRM -> new Stepped(confirm(press, receipt::ledTo), Optional.empty());
          };
    };
  }

  /** What one gets that some process has left behind. */
  Answer answeredAgain(Delivered delivered, Leftovers.Origin origin) {
    Message message = delivered.message();
    return origin
        .operation()
        .map(operation -> resumed(message, operation))
        .orElseGet(
            () ->
                switch (message) {
                  case Invocation invocation -> ran(invocation, Attempt.AGAIN);
                  case Pressed(Pressed.Kind kind, Press press) ->
                      switch (kind) {
                        case STEP -> stepped(press, Attempt.AGAIN).answer();
                        case STOP -> stopped(press);
                        case CONFIRM -> notBegun(press);
                      };
                });
  }

  private Answer notBegun(Press press) {
    return guard.answer(
        asking(press, Act.AGAIN), _ -> Task.turnedAway("confirm", ConfirmationCards::notBegun));
  }

  private Answer resumed(Message message, OperationId operation) {
    return guard.answer(
        asking(message, Act.AGAIN),
        trail -> {
          trail.changes();
          return new Task("resume", () -> operations.resume(operation, trail));
        });
  }

  /** Where the store fails nobody knows whether a message is new. */
  Answer failed(Message message, RuntimeException broken) {
    return guard.answer(
        asking(message, act(message)),
        _ -> {
          throw broken;
        });
  }

  Answer ran(Invocation invocation, Attempt attempt) {
    Act act = attempt == Attempt.FIRST ? Act.COMMAND : Act.AGAIN;
    return guard.answer(asking(invocation, act), trail -> tasks.given(invocation, trail, attempt));
  }

  Answer filledIn(FormAnswers answers) {
    return guard.answer(
        new Guard.Asking(answers.caller(), answers.place(), Act.FORM),
        trail -> tasks.filledIn(answers, trail));
  }

  Answer confirm(Press press, Operations.Also also) {
    try {
      return guard.answer(
          asking(press, Act.CONFIRM),
          trail ->
              pressed(
                  "confirm",
                  operations.confirm(press.ticket(), press.caller(), press.place(), also, trail)));
    } finally {
      changed.accept(press.caller());
    }
  }

  Answer stopped(Press press) {
    return guard.answer(
        asking(press, Act.STOP),
        trail -> pressed("stop", operations.stop(press.ticket(), press.caller(), trail)));
  }

  private static Task pressed(String name, Operations.Pressed pressed) {
    return pressed.serves()
        ? new Task(name, pressed.work()::done)
        : Task.turnedAway(name, pressed.work()::done);
  }

  Stepped stepped(Press press, Attempt attempt) {
    AtomicReference<Optional<Step>> taken = new AtomicReference<>(Optional.empty());
    Answer answer =
        guard.answer(
            asking(press, Act.STEP),
            trail ->
                switch (look(press)) {
                  case Tickets.Found.Good(Ticket ticket) ->
                      stepped(press, ticket, taken, trail, attempt);
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
      Press press,
      Ticket ticket,
      AtomicReference<Optional<Step>> taken,
      Trail trail,
      Attempt attempt) {
    if (ticket.purpose() != Ticket.Purpose.STEP) {
      return Task.turnedAway("step", ConfirmationCards::gone);
    }
    Step step = Step.of(ticket.facts());
    taken.set(Optional.of(step));
    return tasks.given(new Invocation(press.caller(), press.place(), step.input()), trail, attempt);
  }

  Answer operate(Caller operator, OperatorAction action) {
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

  private static Guard.Asking asking(Message message, Act act) {
    return switch (message) {
      case Invocation given -> new Guard.Asking(given.caller(), given.place(), act);
      case Pressed(Pressed.Kind _, Press press) -> asking(press, act);
    };
  }

  private static Guard.Asking asking(Press press, Act act) {
    return new Guard.Asking(press.caller(), press.place(), act);
  }

  static Act act(Message message) {
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
}
