package io.tillbot.core.simulation;

import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.access.InMemoryCredentialVault;
import io.tillbot.core.execution.Flaw;
import io.tillbot.core.execution.Lifetimes;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.support.InMemoryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One seed from its beginning to its end. */
final class Run {
  private static final int MOST_ROUNDS = 400;

  private final Setting setting;
  private final List<Replica> replicas;
  private final Desk desk;
  private final People people;
  private @Nullable Broken broken;

  private Run(long seed, Flaw flaw, boolean isHistoryKept) {
    this.setting = new Setting(seed, isHistoryKept);
    InMemoryStore store = new InMemoryStore(setting.clock);
    InMemoryCredentialVault vault = new InMemoryCredentialVault(setting.clock);
    this.replicas =
        List.of(
            new Replica("left", setting, store, vault, flaw),
            new Replica("right", setting, store, vault, flaw));
    this.desk = new Desk(setting, vault, replicas);
    this.people = new People(setting, desk);
  }

  /**
   * What came of it.
   *
   * @param broken the law that did not hold, if any
   */
  record Result(
      long seed,
      int steps,
      int operations,
      Coverage coverage,
      Optional<Broken> broken,
      List<String> history) {}

  /** Runs it without a history. */
  static Result of(long seed, Flaw flaw) {
    return new Run(seed, flaw, false).result(seed);
  }

  /** Runs it with its history. */
  static Result told(long seed, Flaw flaw) {
    return new Run(seed, flaw, true).result(seed);
  }

  private Result result(long seed) {
    try {
      rough();
      recover();
      new Aftermath(setting, desk, people).check();
    } catch (Broken law) {
      broken = law;
      setting.history.tell("BROKEN " + law.getMessage());
    } catch (RuntimeException bug) {
      broken = new Broken(Law.NO_BUG, bug.toString());
      broken.initCause(bug);
    }
    return new Result(
        seed,
        setting.stage.steps(),
        setting.journal.operations().size(),
        setting.coverage,
        Optional.ofNullable(broken),
        setting.history.lines());
  }

  /** Everybody at once, and everything goes wrong. */
  private void rough() {
    Chance chance = setting.chance;
    setting.stage.enter("ann", () -> people.customer(People.ANN, 2 + chance.below(3)));
    setting.stage.enter("bob", () -> people.customer(People.BOB, 1 + chance.below(3)));
    setting.stage.enter("carl", () -> people.staff(3 + chance.below(4)));
    for (Replica replica : replicas) {
      setting.stage.enter("sweep-" + replica, () -> sweep(replica, 2 + chance.below(3)));
    }
    setting.stage.enter("world", () -> turn(8));
    setting.stage.play();
  }

  private void sweep(Replica replica, int rounds) {
    for (int round = 0; round < rounds; round++) {
      setting.stage.pause();
      try {
        replica.sweep();
        replica.answerLeft(desk.messenger());
      } catch (Crash _) {
        setting.history.tell("the sweep is gone");
      } catch (CredentialVault.VaultException _) {
        setting.history.tell("the sweep fails");
      }
    }
  }

  /** What happens without anybody's doing. */
  private void turn(int times) {
    Chance chance = setting.chance;
    for (int time = 0; time < times; time++) {
      for (int pause = chance.below(12); pause >= 0; pause--) {
        setting.stage.pause();
      }
      if (setting.othersPay() && chance.strikes(Fault.OUTSIDE_PAYMENT)) {
        setting.account.payOutside(101L + chance.below(2), 500L * (1 + chance.below(3)));
      }
      if (chance.strikes(Fault.POLICY_CHANGES)) {
        setting.change(chance.of(List.of(Rules.values())));
      }
      if (!setting.account.stragglers().isEmpty() && chance.strikes(Fault.EXECUTED_LATE)) {
        setting.account.executeStraggler();
      }
      if (chance.strikes(Fault.TIME_PASSES)) {
        setting.pass(Duration.ofMinutes(1L << chance.below(7)));
      }
    }
  }

  /** Nothing goes wrong any more; what is under way arrives, or never will. */
  private void recover() {
    setting.chance.calm();
    setting.history.tell("the faults stop");
    while (!setting.account.stragglers().isEmpty()) {
      if (setting.chance.in(0.5)) {
        setting.account.executeStraggler();
      } else {
        setting.account.stragglers().removeFirst();
      }
    }
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Optional<Instant> next =
          setting.journal.operations().stream()
              .map(Operation::due)
              .flatMap(Optional::stream)
              .min(Instant::compareTo);
      if (next.isEmpty()) {
        setting.pass(Lifetimes.usual().delivery());
        if (replicas.get(round % replicas.size()).answerLeft(desk.messenger()) == 0) {
          return;
        }
        continue;
      }
      if (next.get().isAfter(setting.clock.instant())) {
        setting.clock.set(next.get());
      }
      replicas.get(round % replicas.size()).sweep();
    }
    throw new Broken(Law.NOTHING_LEFT, "something is still due");
  }
}
