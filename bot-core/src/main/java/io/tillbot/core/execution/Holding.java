package io.tillbot.core.execution;

import io.tillbot.core.operation.Note;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.operation.State;
import java.time.Duration;
import java.time.Instant;

/** Operations that everybody has agreed to and that wait for their time. */
final class Holding {
  private Holding() {}

  /** Holds it until then, which may be at once. */
  static Operation until(Instant time, Operation agreed, Instant now) {
    return agreed.noting(Note.SEND_AT, time.toString()).to(State.HELD, now).dueAt(time);
  }

  /** Whether its time is so long over that nobody expects it to be sent any more. */
  static boolean isOverdue(Operation held, Duration longest, Instant now) {
    return held.note(Note.SEND_AT)
        .map(Instant::parse)
        .or(held::due)
        .filter(time -> time.plus(longest).isBefore(now))
        .isPresent();
  }

  /** Whether it has waited that long, whatever it was told to wait. */
  static boolean isOver(Operation operation, Duration hold, Instant now) {
    return hold.isZero()
        || operation.when(State.HELD).filter(since -> !since.plus(hold).isAfter(now)).isPresent();
  }
}
