package io.tillbot.core.simulation;

import io.tillbot.core.access.SteppedClock;
import io.tillbot.core.operation.OperationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** What everybody in one run shares: the stage, the clock, chance, and the truth. */
final class Setting {
  private static final Instant BEGINNING = Instant.parse("2026-11-23T08:00:00Z");
  private static final int MOST_MILLIS = 400;

  final SteppedClock clock = new SteppedClock(BEGINNING);
  final History history;
  final Stage stage;
  final Coverage coverage = new Coverage();
  final Chance chance;
  final Account account;
  final Journal journal;
  final Mail mail = new Mail();
  private final boolean isPaidByOthers;
  private Rules rules;
  private int operations;

  Setting(long seed, boolean isHistoryKept) {
    SplittableRandom random = new SplittableRandom(seed);
    this.history = isHistoryKept ? History.kept(clock) : History.forgotten(clock);
    this.stage = new Stage(random.split(), history);
    history.namedBy(() -> stage.current().toString());
    this.chance = new Chance(random.split(), this::struck);
    this.rules = chance.in(0.5) ? Rules.OPEN : chance.of(List.of(Rules.values()));
    this.isPaidByOthers = chance.in(0.6);
    this.account = new Account(12_000, Map.of(101L, 10_000L, 102L, 5_000L));
    this.journal = new Journal(this);
  }

  private void struck(Fault fault) {
    history.tell(() -> "! " + fault);
    journal.states().forEach(state -> coverage.count(state, fault));
  }

  /** Whether somebody pays past us in this run. */
  boolean othersPay() {
    return isPaidByOthers;
  }

  Rules rules() {
    return rules;
  }

  void change(Rules next) {
    rules = next;
    history.tell(() -> "rules are now " + next);
  }

  /** An id that was never used. */
  OperationId nextOperation() {
    operations++;
    return OperationId.of("%010d".formatted(operations));
  }

  void pass(Duration time) {
    clock.set(clock.instant().plus(time));
  }

  /** A moment at which others may go on, or the process may end. */
  void pause(Life life, Fault crash) {
    if (stage.isDriving()) {
      return;
    }
    stage.pause();
    pass(Duration.ofMillis(chance.below(MOST_MILLIS)));
    if (!life.isOver() && chance.strikes(crash)) {
      history.tell(() -> life.process() + " crashes");
      life.end();
    }
    if (life.isOver()) {
      throw new Crash();
    }
  }
}
