package io.tillbot.core.execution;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.access.Workspace;
import io.tillbot.core.audit.Trail;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.CommandRegistry;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.operation.Change;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.operation.OperationId;
import io.tillbot.core.operation.Preparation;
import io.tillbot.core.operation.State;
import io.tillbot.core.operation.Target;
import io.tillbot.core.port.UnitOfWork;
import io.tillbot.core.reply.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The operations: everything that can be done about them. Safe for many threads and processes. */
public final class Operations {
  private static final Logger LOG = LoggerFactory.getLogger(Operations.class);
  private static final int LISTED = 100;

  private final Means means;
  private final Proposals proposals;
  private final Decisions decisions;
  private final Executor executor;
  private final Reconciler reconciler;
  private final Sweep sweep;
  private final Disowning disowning;
  private final OperationNotices notices;

  /**
   * @param registry asked when it is needed, since commands that show operations are a part of it
   */
  public Operations(Means means, Supplier<CommandRegistry> registry) {
    this(means, new Bindings(registry));
  }

  private Operations(Means means, Bindings bindings) {
    this(means, bindings, new Executor(means, bindings), new Reconciler(means, bindings));
  }

  private Operations(Means means, Bindings bindings, Executor executor, Reconciler reconciler) {
    this(means, bindings, executor, reconciler, new Sweep(means, executor, reconciler));
  }

  /** With other parts, which a test breaks. */
  Operations(
      Means means, Bindings bindings, Executor executor, Reconciler reconciler, Sweep sweep) {
    this.means = means;
    this.proposals = new Proposals(means, bindings);
    this.decisions = new Decisions(means, bindings);
    this.executor = executor;
    this.reconciler = reconciler;
    this.sweep = sweep;
    this.disowning = new Disowning(means, reconciler);
    this.notices = new OperationNotices(means.notices());
  }

  /** Shows a change that was made ready, and asks its owner. */
  public Outcome ask(
      Call call, AccountName account, CommandSpec spec, Change<?> change, Trail trail) {
    return proposals.ask(call, account, spec, change, trail);
  }

  /**
   * What is to be done about a press.
   *
   * @param serves whether the button did what it stands for
   */
  public record Pressed(boolean serves, Work work) {
    /** Does the rest, after the press is durable. */
    public interface Work {
      Outcome done();
    }
  }

  /** Something that is to be durable together with a press. */
  public interface Also {
    void in(UnitOfWork unit, OperationId operation);
  }

  /**
   * Takes a press on "confirm": from when this returns, it cannot be pressed again.
   *
   * @param also something that is to be durable together with it
   */
  public Pressed confirm(TicketId ticket, Caller caller, Place place, Also also, Trail trail) {
    try {
      return pressed(proposals.confirm(ticket, caller, place, also, trail), trail);
    } catch (RuntimeException broken) {
      // The store may have kept it all the same, and then it is sent.
      trail.changes();
      LOG.error("a confirmation was taken or not", broken);
      return new Pressed(false, ConfirmationCards::unclear);
    }
  }

  /** Takes a press on "stop". */
  public Pressed stop(TicketId ticket, Caller caller, Trail trail) {
    return pressed(proposals.stop(ticket, caller, trail), trail);
  }

  private Pressed pressed(Proposals.Pressed pressed, Trail trail) {
    if (!(pressed instanceof Proposals.Pressed.TurnedAway)) {
      trail.changes();
    }
    return switch (pressed) {
      case Proposals.Pressed.Confirmed(Operation operation) ->
          new Pressed(true, () -> carriedOut(operation));
      case Proposals.Pressed.Waiting(Operation operation, Instant until) ->
          new Pressed(true, () -> waiting(operation, until));
      case Proposals.Pressed.Stopped _ -> new Pressed(true, ConfirmationCards::stopped);
      case Proposals.Pressed.Denied(Outcome outcome) -> new Pressed(true, () -> outcome);
      case Proposals.Pressed.TurnedAway(Outcome outcome) -> new Pressed(false, () -> outcome);
    };
  }

  private Outcome waiting(Operation operation, Instant until) {
    decisions.channel(operation).ifPresent(channel -> notices.ask(operation, channel));
    return OperationAnswers.pending(operation, until);
  }

  /**
   * Goes on with what a process left behind, when its time has come, and tells its owner how far it
   * is.
   */
  public Outcome resume(OperationId id, Trail trail) {
    trail.isAbout(id);
    find(id).ifPresent(one -> trail.runs(one.command()));
    find(id).filter(one -> one.isDue(means.now())).ifPresent(sweep::step);
    Optional<Operation> now = find(id);
    return now.map(one -> OperationAnswers.standing(one, OperationCards.Viewer.OWNER))
        .orElseGet(() -> OperationAnswers.none(Optional.of(id)));
  }

  /** It is confirmed: whatever breaks from here, nobody is told that nothing happens. */
  private Outcome carriedOut(Operation confirmed) {
    try {
      return executor.carryOut(confirmed, Occasion.PRESSED);
    } catch (RuntimeException broken) {
      LOG.error("{} broke while it was carried out", confirmed.id(), broken);
      return OperationAnswers.uncertain(confirmed);
    }
  }

  /**
   * Puts some of the operations of a workspace's people under their pseudonyms, once they have
   * ended; what was not sent is withdrawn.
   *
   * @return how many; 0 when none is left but what is just being sent
   */
  public int disown(Workspace workspace, int most) {
    return disowning.some(workspace, most);
  }

  /** Whether something of a workspace's people is just being sent. */
  public boolean isSending(Workspace workspace) {
    return disowning.isSending(workspace);
  }

  /** Agrees to somebody else's operation; it is sent at once when it is not to be held. */
  public Outcome approve(OperationId id, Caller approver, Place place) {
    return switch (decisions.approve(id, approver, place)) {
      case Decisions.Decided.Not(Outcome outcome) -> outcome;
      case Decisions.Decided.Done(Operation held) -> {
        boolean isSent = held.isDue(means.now());
        Operation now = isSent ? sent(held) : held;
        notices.tellOwner(now);
        yield isSent
            ? OperationAnswers.standing(now, OperationCards.Viewer.APPROVER)
            : shown(now, OperationCards.Viewer.APPROVER);
      }
    };
  }

  /** Sends it at once; what breaks is tried again by the sweep, since it was agreed to. */
  private Operation sent(Operation approved) {
    try {
      sweep.carryOn(approved);
      return find(approved.id()).orElse(approved);
    } catch (RuntimeException broken) {
      LOG.error("{} was approved and is sent later", approved.id(), broken);
      return approved;
    }
  }

  /** Does not agree to it. */
  public Outcome reject(OperationId id, Caller approver, Place place, Optional<String> reason) {
    return told(
        toldOwner(decisions.reject(id, approver, place, reason)), OperationCards.Viewer.APPROVER);
  }

  /** Takes back one's own before it is sent. */
  public Outcome withdraw(OperationId id, Caller owner) {
    return told(decisions.withdraw(id, owner), OperationCards.Viewer.OWNER);
  }

  /** Takes back the caller's own, of the account in use, that waits to be sent; or does nothing. */
  public Optional<Preparation.Ended> withdrawWaiting(Caller owner, String command, Target target) {
    Optional<AccountName> account = means.vault().inUse(owner);
    return means
        .store()
        .read(
            unit ->
                unit.operations()
                    .newest(owner, EnumSet.of(State.AWAITING_APPROVAL, State.HELD), LISTED))
        .stream()
        .filter(one -> Optional.of(one.account()).equals(account))
        .filter(one -> one.command().equals(command) && one.targets().contains(target))
        .map(one -> new Preparation.Ended(withdraw(one.id(), owner), Optional.of(one.id())))
        .reduce((_, last) -> last);
  }

  /**
   * Takes a person's word for what became of one that is unknown, unless a read proves something:
   * then that is what became of it.
   */
  public Outcome settle(OperationId id, State end, Caller who, Optional<String> reason) {
    Optional<Operation> looked =
        find(id)
            .filter(one -> one.state() == State.UNKNOWN || one.state() == State.SENDING)
            .map(this::upToDate);
    return looked
        .filter(one -> one.state().isEnd())
        .map(proven -> shown(proven, OperationCards.Viewer.STAFF))
        .orElseGet(
            () ->
                told(
                    toldOwner(decisions.settle(id, end, who, reason)),
                    OperationCards.Viewer.STAFF));
  }

  /**
   * Shows one that the caller may see: their own, one that they may agree to, any for staff. What
   * is unknown is looked at again first.
   */
  public Outcome show(OperationId id, Caller caller, Place place, OperationCards.Viewer mostly) {
    Optional<Operation> found =
        means
            .store()
            .read(
                unit ->
                    unit.operations()
                        .find(id)
                        .filter(one -> maySee(one, caller, place, mostly, unit)));
    return found
        .map(this::upToDate)
        .map(one -> shown(one, viewer(one, caller, mostly)))
        .orElseGet(() -> OperationAnswers.none(Optional.of(id)));
  }

  private static OperationCards.Viewer viewer(
      Operation one, Caller caller, OperationCards.Viewer mostly) {
    return mostly == OperationCards.Viewer.OWNER && !one.owner().equals(caller)
        ? OperationCards.Viewer.APPROVER
        : mostly;
  }

  private boolean maySee(
      Operation one, Caller caller, Place place, OperationCards.Viewer viewer, UnitOfWork unit) {
    return one.owner().equals(caller)
        || viewer == OperationCards.Viewer.STAFF
        || decisions.maySee(one, caller, place, unit);
  }

  private Operation upToDate(Operation found) {
    Operation now = found;
    if (now.state() == State.SENDING && now.isDue(means.now())) {
      sweep.condemn(now);
      now = find(now.id()).orElse(now);
    }
    return now.state() == State.UNKNOWN ? reconciler.look(now) : now;
  }

  /** The caller's own in those states, and those of others that they may agree to. */
  public List<Operation> list(Caller caller, Place place, Set<State> states) {
    return means
        .store()
        .read(
            unit -> {
              List<Operation> own = unit.operations().newest(caller, states, LISTED);
              List<Operation> all = new ArrayList<>(own);
              if (states.contains(State.AWAITING_APPROVAL)) {
                unit.operations().newest(EnumSet.of(State.AWAITING_APPROVAL), LISTED).stream()
                    .filter(one -> !one.owner().equals(caller))
                    .filter(one -> decisions.mayDecide(one, caller, place, unit))
                    .forEach(all::add);
              }
              return List.copyOf(all);
            });
  }

  /** Everybody's in those states, for staff. */
  public List<Operation> listAll(Set<State> states) {
    return means.store().read(unit -> unit.operations().newest(states, LISTED));
  }

  /** The operation, whoever asks. */
  public Optional<Operation> find(OperationId id) {
    return means.store().read(unit -> unit.operations().find(id));
  }

  /**
   * Does what is due.
   *
   * @return how many operations were
   */
  public int sweep() {
    return sweep.round();
  }

  private Decisions.Decided toldOwner(Decisions.Decided decided) {
    if (decided instanceof Decisions.Decided.Done(Operation operation)) {
      notices.tellOwner(operation);
    }
    return decided;
  }

  private static Outcome told(Decisions.Decided decided, OperationCards.Viewer viewer) {
    return switch (decided) {
      case Decisions.Decided.Done(Operation operation) -> shown(operation, viewer);
      case Decisions.Decided.Not(Outcome outcome) -> outcome;
    };
  }

  private static Outcome shown(Operation operation, OperationCards.Viewer viewer) {
    return new Outcome.Answered(OperationCards.show(operation, viewer).build());
  }
}
