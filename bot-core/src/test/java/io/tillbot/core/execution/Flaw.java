package io.tillbot.core.execution;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingApi;
import io.tillbot.core.command.CommandRegistry;
import io.tillbot.core.operation.Change;
import io.tillbot.core.operation.CreditTrail;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.operation.Preparation;
import io.tillbot.core.operation.State;
import io.tillbot.core.reply.Outcome;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A way in which the execution of operations can be broken on purpose. */
public enum Flaw {
  /** As it is. */
  NONE,
  /** Sends again what timed out. */
  RESENDS,
  /** Sends without having written down that it does. */
  FORGETS_THE_INTENT,
  /** Calls unknown what somebody is still sending. */
  CONDEMNS_A_LIVE_LEASE,
  /** Does not look whether everything is still as it was agreed to. */
  SKIPS_THE_LAST_LOOK,
  /** Sends whatever the policy says by now. */
  FORGETS_TO_ASK_THE_POLICY,
  /** Does not mind what was sent while it looked. */
  SENDS_WHATEVER_CAME_BETWEEN,
  /** Says that nothing was sent, though another process may be sending it. */
  SPEAKS_FOR_OTHERS,
  /** Never goes on with what a process left behind. */
  NEVER_LOOKS_AFTER_THE_LOST;

  private static final int ALL = 100;

  /** Operations with this flaw. */
  public Operations operations(Means means, Supplier<CommandRegistry> registry) {
    Bindings bindings = new Bindings(registry);
    Executor executor = executor(means, bindings);
    Reconciler reconciler = new Reconciler(means, bindings);
    Sweep sweep =
        switch (this) {
          case CONDEMNS_A_LIVE_LEASE -> new ImpatientSweep(means, executor, reconciler);
          case NEVER_LOOKS_AFTER_THE_LOST -> new CarelessSweep(means, executor, reconciler);
          case NONE,
              RESENDS,
              FORGETS_THE_INTENT,
              SKIPS_THE_LAST_LOOK,
              FORGETS_TO_ASK_THE_POLICY,
              SENDS_WHATEVER_CAME_BETWEEN,
              SPEAKS_FOR_OTHERS ->
              new Sweep(means, executor, reconciler);
        };
    return new Operations(means, bindings, executor, reconciler, sweep);
  }

  private Executor executor(Means means, Bindings bindings) {
    return switch (this) {
      case NONE, CONDEMNS_A_LIVE_LEASE, NEVER_LOOKS_AFTER_THE_LOST -> new Executor(means, bindings);
      case RESENDS -> new ResendingExecutor(means, bindings);
      case FORGETS_THE_INTENT -> new ForgetfulExecutor(means, bindings);
      case SKIPS_THE_LAST_LOOK -> new TrustingExecutor(means, bindings, Reason.CHANGED);
      case FORGETS_TO_ASK_THE_POLICY -> new TrustingExecutor(means, bindings, Reason.POLICY);
      case SENDS_WHATEVER_CAME_BETWEEN -> new BlindExecutor(means, bindings);
      case SPEAKS_FOR_OTHERS -> new Executor(means, bindings, new PresumptuousUnsent(means));
    };
  }

  private static final class ResendingExecutor extends Executor {
    ResendingExecutor(Means means, Bindings bindings) {
      super(means, bindings);
    }

    @Override
    <A> ApiResult<A> send(Change<A> change, BillingApi api) {
      ApiResult<A> first = super.send(change, api);
      return first instanceof ApiResult.Unknown ? super.send(change, api) : first;
    }
  }

  private static final class ForgetfulExecutor extends Executor {
    private final Means means;

    ForgetfulExecutor(Means means, Bindings bindings) {
      super(means, bindings);
      this.means = means;
    }

    @Override
    Taking take(Operation ready, Traffic traffic) {
      return new Taking.Mine(ready.to(State.SENDING, means.now()), CreditTrail.CLEAR);
    }
  }

  private static final class TrustingExecutor extends Executor {
    private final Means means;
    private final Bindings bindings;
    private final Reason ignored;

    TrustingExecutor(Means means, Bindings bindings, Reason ignored) {
      super(means, bindings);
      this.ignored = ignored;
      this.means = means;
      this.bindings = bindings;
    }

    @Override
    Recheck.Result lookAgain(Operation ready, Occasion occasion) {
      Recheck.Result result = super.lookAgain(ready, occasion);
      return result instanceof Recheck.Ended(_, Reason reason, _) && reason == ignored
          ? trusted(ready, result)
          : result;
    }

    private Recheck.Result trusted(Operation ready, Recheck.Result otherwise) {
      return ready
          .intent()
          .flatMap(intent -> bindings.of(ready, intent))
          .flatMap(
              bound ->
                  means
                      .vault()
                      .open(ready.owner(), ready.account())
                      .<Recheck.Result>flatMap(
                          credential ->
                              bound
                                          .changes()
                                          .prepare(
                                              bound.call(),
                                              means.billing().open(credential).reads())
                                      instanceof Preparation.Ready(Change<?> change)
                                  ? Optional.of(
                                      new Recheck.Good(
                                          change, credential, bound.line(), nothingSeen(ready)))
                                  : Optional.empty()))
          .orElse(otherwise);
    }
  }

  private static final class BlindExecutor extends Executor {
    BlindExecutor(Means means, Bindings bindings) {
      super(means, bindings);
    }

    @Override
    Taking take(Operation ready, Traffic before) {
      return super.take(ready, nothingSeen(ready));
    }
  }

  private static Traffic nothingSeen(Operation ready) {
    return new Traffic(ready.account(), Instant.MAX, Set.of());
  }

  private static final class PresumptuousUnsent extends Unsent {
    PresumptuousUnsent(Means means) {
      super(means);
    }

    @Override
    Outcome ended(Operation ready, State end, Reason reason, Outcome outcome) {
      super.ended(ready, end, reason, outcome);
      return outcome;
    }
  }

  private static final class CarelessSweep extends Sweep {
    CarelessSweep(Means means, Executor executor, Reconciler reconciler) {
      super(means, executor, reconciler);
    }

    @Override
    List<Operation> due() {
      return super.due().stream().filter(one -> one.state() != State.SENDING).toList();
    }
  }

  private static final class ImpatientSweep extends Sweep {
    private final Means means;

    ImpatientSweep(Means means, Executor executor, Reconciler reconciler) {
      super(means, executor, reconciler);
      this.means = means;
    }

    @Override
    List<Operation> due() {
      List<Operation> sending =
          means.store().read(unit -> unit.operations().newest(EnumSet.of(State.SENDING), ALL));
      return Stream.concat(
              super.due().stream().filter(one -> one.state() != State.SENDING), sending.stream())
          .toList();
    }
  }
}
