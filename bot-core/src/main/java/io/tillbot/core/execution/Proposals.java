package io.tillbot.core.execution;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Ticket;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.access.Tickets;
import io.tillbot.core.audit.Trail;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.operation.Change;
import io.tillbot.core.operation.Intent;
import io.tillbot.core.operation.Note;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.operation.OperationId;
import io.tillbot.core.operation.Recollection;
import io.tillbot.core.operation.State;
import io.tillbot.core.operation.Target;
import io.tillbot.core.policy.PolicyCards;
import io.tillbot.core.port.UnitOfWork;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows a change to its owner, and takes the owner's word on it. */
final class Proposals {
  private static final String OPERATION = "operation";
  private static final int MOST_WAITING = 1_000;

  private final Means means;
  private final Permits permits;
  private final Bindings bindings;

  Proposals(Means means, Bindings bindings) {
    this.means = means;
    this.permits = new Permits(means);
    this.bindings = bindings;
  }

  /** Writes the proposal down and asks, unless it is too much or what it concerns is locked. */
  Outcome ask(Call call, AccountName account, CommandSpec spec, Change<?> change, Trail trail) {
    Instant now = means.now();
    Operation proposed =
        Operation.proposed(
            means.ids().get(),
            call.caller(),
            account,
            spec.path().name(),
            change,
            new Intent(
                call.options().words(),
                call.place(),
                new Recollection(change.snapshot(), change.memory())),
            now,
            now.plus(means.lifetimes().proposal()));
    Permits.Sender sender = permits.sender(call.caller());
    return means
        .store()
        .write(
            unit -> {
              Optional<Operation> lock =
                  Locks.of(unit.operations(), account, now, means.lifetimes().firstLook())
                      .unknown(change.targets());
              if (lock.isPresent()) {
                return OperationAnswers.locked(lock.get(), call.caller());
              }
              Optional<Operation> twin = waiting(unit, proposed);
              if (twin.isPresent()) {
                return OperationAnswers.waitsAlready(twin.get(), call.caller());
              }
              Permits.Permit permit =
                  permits.today(
                      call.caller(),
                      call.place(),
                      spec,
                      change.commitment(),
                      unit.operations(),
                      now,
                      sender);
              trail.decides(permit.deciding());
              return switch (permit) {
                case Permits.Permit.Denied(Outcome outcome, _) -> outcome;
                case Permits.Permit.Granted granted -> {
                  trail.isAbout(proposed.id());
                  yield kept(unit, proposed, change, granted);
                }
              };
            });
  }

  /** The same command of the same client and subject that waits to be sent already. */
  private static Optional<Operation> waiting(UnitOfWork unit, Operation proposed) {
    return unit
        .operations()
        .newest(EnumSet.of(State.AWAITING_APPROVAL, State.HELD), MOST_WAITING)
        .stream()
        .filter(one -> one.account().client().equals(proposed.account().client()))
        .filter(one -> one.command().equals(proposed.command()))
        .filter(one -> Target.anyOverlap(one.targets(), proposed.targets()))
        .findFirst();
  }

  private static Outcome kept(
      UnitOfWork unit, Operation proposed, Change<?> change, Permits.Permit.Granted granted) {
    unit.operations().add(proposed.noting(Note.RULE, granted.rule().name()));
    TicketId ticket =
        unit.tickets()
            .keep(
                new Ticket(
                    proposed.owner(),
                    Ticket.Purpose.CONFIRMATION,
                    Map.of(OPERATION, proposed.id().value()),
                    proposed.due().orElseThrow()));
    return ConfirmationCards.ask(change, terms(granted), ticket);
  }

  /** What happens after the confirmation, where that is not all. */
  private static List<Text> terms(Permits.Permit.Granted granted) {
    List<Text> terms = new ArrayList<>();
    if (granted.approval().isPresent()) {
      terms.add(Text.of("confirm.needs-approval", Value.data(granted.approvers())));
    }
    if (!granted.hold().isZero()) {
      terms.add(Text.of("confirm.is-held", PolicyCards.time(granted.hold())));
    }
    return terms;
  }

  /** What came of a press. */
  sealed interface Pressed {
    /** Agreed to, and this process goes on with it. */
    record Confirmed(Operation operation) implements Pressed {}

    /** Agreed to, and it waits. */
    record Waiting(Operation operation, Instant until) implements Pressed {}

    /** Taken back. */
    record Stopped() implements Pressed {}

    /** The button does not serve; whatever it stands for stays as it is. */
    record TurnedAway(Outcome outcome) implements Pressed {}

    /** It served, and the policy said no. */
    record Denied(Outcome outcome) implements Pressed {}
  }

  /**
   * Uses the button up and writes down that its owner agreed: one unit of work, so that of all
   * presses, wherever they are made, one goes on.
   *
   * @param also is done in the same unit, with the operation
   */
  Pressed confirm(TicketId ticket, Caller caller, Place place, Operations.Also also, Trail trail) {
    Permits.Sender sender = permits.sender(caller);
    return pressed(
        ticket,
        caller,
        trail,
        (unit, proposed) -> {
          unit.exclude(Excluded.caller(caller));
          Optional<CommandSpec> spec = bindings.spec(proposed);
          if (spec.isEmpty()) {
            return new Pressed.TurnedAway(ConfirmationCards.spent());
          }
          Instant now = means.now();
          Permits.Permit permit =
              permits.today(
                  caller, place, spec.get(), proposed.commitment(), unit.operations(), now, sender);
          trail.decides(permit.deciding());
          Pressed pressed =
              switch (permit) {
                case Permits.Permit.Denied(Outcome outcome, _) -> {
                  unit.operations()
                      .save(
                          proposed
                              .noting(Note.REASON, Reason.POLICY.word())
                              .to(State.REJECTED, now));
                  yield new Pressed.Denied(outcome);
                }
                case Permits.Permit.Granted granted -> agreed(unit, proposed, granted, now);
              };
          also.in(unit, proposed.id());
          return pressed;
        });
  }

  private Pressed agreed(
      UnitOfWork unit, Operation proposed, Permits.Permit.Granted granted, Instant now) {
    Operation confirmed =
        proposed.noting(Note.RULE, granted.rule().name()).to(State.CONFIRMED, now);
    Operation next;
    if (granted.approval().isPresent()) {
      next =
          confirmed.to(State.AWAITING_APPROVAL, now).dueAt(now.plus(means.lifetimes().approval()));
    } else if (!granted.hold().isZero()) {
      next = Holding.until(now.plus(granted.hold()), confirmed, now);
    } else {
      next = confirmed.leasedTo(means.process(), now.plus(means.lifetimes().press()));
    }
    return unit.operations()
        .saved(next)
        .<Pressed>map(
            kept ->
                kept.state() == State.CONFIRMED
                    ? new Pressed.Confirmed(kept)
                    : new Pressed.Waiting(kept, kept.due().orElseThrow()))
        .orElseGet(() -> new Pressed.TurnedAway(ConfirmationCards.spent()));
  }

  /** Uses the button up and takes the proposal back. */
  Pressed stop(TicketId ticket, Caller caller, Trail trail) {
    return pressed(
        ticket,
        caller,
        trail,
        (unit, proposed) ->
            unit.operations().save(proposed.to(State.WITHDRAWN, means.now()))
                ? new Pressed.Stopped()
                : new Pressed.TurnedAway(ConfirmationCards.spent()));
  }

  private interface Use {
    Pressed of(UnitOfWork unit, Operation proposed);
  }

  private Pressed pressed(TicketId ticket, Caller caller, Trail trail, Use use) {
    return means
        .store()
        .write(
            unit ->
                switch (unit.tickets().take(ticket, caller, Ticket.Purpose.CONFIRMATION)) {
                  case Tickets.Found.Foreign _ ->
                      new Pressed.TurnedAway(ConfirmationCards.foreign());
                  case Tickets.Found.Gone _ -> new Pressed.TurnedAway(ConfirmationCards.spent());
                  case Tickets.Found.Good(Ticket good) ->
                      proposal(unit, good)
                          .map(
                              proposed -> {
                                trail.runs(proposed.command());
                                trail.isAbout(proposed.id());
                                return use.of(unit, proposed);
                              })
                          .orElseGet(() -> new Pressed.TurnedAway(ConfirmationCards.spent()));
                });
  }

  private static Optional<Operation> proposal(UnitOfWork unit, Ticket ticket) {
    return OperationId.read(ticket.facts().getOrDefault(OPERATION, ""))
        .flatMap(unit.operations()::find)
        .filter(found -> found.state() == State.PROPOSED);
  }
}
