package io.tillbot.core;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Ticket;
import io.tillbot.core.access.Tickets;
import io.tillbot.core.access.Workspace;
import io.tillbot.core.audit.Act;
import io.tillbot.core.audit.Trail;
import io.tillbot.core.execution.ConfirmationCards;
import io.tillbot.core.execution.Operations;
import io.tillbot.core.operation.OperationId;
import io.tillbot.core.port.Store;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.share.Sharing;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Answers messages, each within the {@link Guard}. Whether somebody gives too many was asked
 * before.
 */
final class Answers {
  private final Tasks tasks;
  private final Operations operations;
  private final Store store;
  private final Guard guard;
  private final PaymentButtons payments;

  Answers(Tasks tasks, Operations operations, Store store, Guard guard, PaymentButtons payments) {
    this.tasks = tasks;
    this.operations = operations;
    this.store = store;
    this.guard = guard;
    this.payments = payments;
  }

  /** What a message gets that was taken up for the first time. */
  Stepped answered(Message message, Receipts.Receipt receipt) {
    return switch (message) {
      case Invocation invocation -> new Stepped(ran(invocation, Attempt.FIRST), Optional.empty());
      case Pressed(Pressed.Kind kind, Press press) ->
          switch (kind) {
            case STEP -> stepped(press, Attempt.FIRST);
            case SHARE -> new Stepped(shared(press), Optional.empty());
            case STOP -> new Stepped(stopped(press), Optional.empty());
            case CONFIRM -> new Stepped(confirm(press, receipt::ledTo), Optional.empty());
          };
      case FormAnswers answers -> new Stepped(filledIn(answers, Attempt.FIRST), Optional.empty());
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
                        case SHARE -> perhapsShared(press);
                        case STOP -> stopped(press);
                        case CONFIRM -> notBegun(press);
                      };
                  case FormAnswers answers -> filledIn(answers, Attempt.AGAIN);
                });
  }

  private Answer notBegun(Press press) {
    return answer(
        asking(press, Act.AGAIN), _ -> Task.turnedAway("confirm", ConfirmationCards::notBegun));
  }

  private Answer resumed(Message message, OperationId operation) {
    return answer(
        asking(message, Act.AGAIN),
        trail -> {
          trail.changes();
          return new Task("resume", () -> operations.resume(operation, trail));
        });
  }

  /** Where the store fails nobody knows whether a message is new. */
  Answer failed(Message message, RuntimeException broken) {
    return answer(
        asking(message, act(message)),
        _ -> {
          throw broken;
        });
  }

  Answer ran(Invocation invocation, Attempt attempt) {
    Act act = attempt == Attempt.FIRST ? Act.COMMAND : Act.AGAIN;
    return answer(asking(invocation, act), trail -> tasks.given(invocation, trail, attempt));
  }

  Answer filledIn(FormAnswers answers, Attempt attempt) {
    Act act = attempt == Attempt.FIRST ? Act.FORM : Act.AGAIN;
    return answer(asking(answers, act), trail -> tasks.filledIn(answers, trail, attempt));
  }

  private Answer shared(Press press) {
    return answer(
        asking(press, Act.SHARE),
        trail -> offered(press, "share", step -> tasks.shared(given(press, step), trail)));
  }

  private Answer perhapsShared(Press press) {
    return answer(asking(press, Act.AGAIN), _ -> Task.turnedAway("share", Sharing::perhapsShared));
  }

  Answer confirm(Press press, Operations.Also also) {
    return answer(
        asking(press, Act.CONFIRM),
        trail ->
            pressed(
                "confirm",
                operations.confirm(press.ticket(), press.caller(), press.place(), also, trail)));
  }

  Answer stopped(Press press) {
    return answer(
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
        answer(
            asking(press, Act.STEP),
            trail ->
                offered(
                    press,
                    "step",
                    step -> {
                      taken.set(Optional.of(step));
                      return tasks.given(given(press, step), trail, attempt);
                    }));
    return new Stepped(answer, taken.get());
  }

  /** What the pressed button was kept for. */
  private Task offered(Press press, String name, Function<Step, Task> served) {
    return switch (store.<Tickets.Found>read(unit -> look(unit.tickets(), press))) {
      case Tickets.Found.Good(Ticket ticket) ->
          ticket.purpose() == Ticket.Purpose.STEP || ticket.purpose() == Ticket.Purpose.OPEN_STEP
              ? served.apply(Step.of(ticket.facts()))
              : Task.turnedAway(name, ConfirmationCards::gone);
      case Tickets.Found.Foreign _ -> Task.turnedAway(name, ConfirmationCards::foreign);
      case Tickets.Found.Gone _ -> Task.turnedAway(name, ConfirmationCards::gone);
    };
  }

  private static Tickets.Found look(Tickets tickets, Press press) {
    Tickets.Found own = tickets.look(press.ticket(), press.caller());
    return own instanceof Tickets.Found.Foreign
        ? tickets
            .held(press.ticket(), Ticket.Purpose.OPEN_STEP)
            .filter(open -> Workspace.of(open.owner()).equals(Workspace.of(press.caller())))
            .<Tickets.Found>map(Tickets.Found.Good::new)
            .orElse(own)
        : own;
  }

  private static Invocation given(Press press, Step step) {
    return new Invocation(press.caller(), press.place(), step.input());
  }

  Answer operate(Caller operator, OperatorAction action) {
    return answer(
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
      case FormAnswers filledIn -> new Guard.Asking(filledIn.caller(), filledIn.place(), act);
    };
  }

  private static Guard.Asking asking(Press press, Act act) {
    return new Guard.Asking(press.caller(), press.place(), act);
  }

  /** Nobody is offered what cannot be done there. */
  private Answer answer(Guard.Asking asking, Function<Trail, Task> preparation) {
    Answer answer = guard.answer(asking, preparation);
    Outcome shown = payments.shown(asking.caller(), Sharing.at(asking.place(), answer.outcome()));
    return answer.with(shown);
  }

  static Act act(Message message) {
    return switch (message) {
      case Invocation _ -> Act.COMMAND;
      case FormAnswers _ -> Act.FORM;
      case Pressed(Pressed.Kind kind, Press _) ->
          switch (kind) {
            case STEP -> Act.STEP;
            case SHARE -> Act.SHARE;
            case STOP -> Act.STOP;
            case CONFIRM -> Act.CONFIRM;
          };
    };
  }
}
