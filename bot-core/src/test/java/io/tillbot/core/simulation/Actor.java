package io.tillbot.core.simulation;

import io.tillbot.core.operation.OperationId;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Something that goes on by itself; only the one that has the baton does. */
final class Actor {
  private final String name;
  private volatile @Nullable Thread thread;
  private volatile boolean hasBaton;
  private int wakes;
  private @Nullable OperationId proposed;
  private @Nullable OperationId sending;
  private @Nullable Rules seen;

  Actor(String name) {
    this.name = name;
  }

  /** Belongs to the thread from now on. */
  void runBy(Thread runner) {
    thread = runner;
  }

  /** Lets it go on. */
  void give() {
    hasBaton = true;
    LockSupport.unpark(thread);
  }

  /** Waits for the baton. */
  void await() {
    while (!hasBaton) {
      LockSupport.park(this);
    }
    hasBaton = false;
  }

  /** Does not go on before that step, unless nobody else can. */
  void sleepUntil(int step) {
    wakes = step;
  }

  boolean isAsleep(int step) {
    return step < wakes;
  }

  /** What it wrote down last as shown to a person. */
  @Nullable OperationId proposed() {
    return proposed;
  }

  void proposes(@Nullable OperationId operation) {
    proposed = operation;
  }

  /** What it took for sending, durably. */
  @Nullable OperationId sending() {
    return sending;
  }

  void sends(@Nullable OperationId operation) {
    sending = operation;
  }

  /** The rules as it saw them last. */
  @Nullable Rules seen() {
    return seen;
  }

  void sees(Rules rules) {
    seen = rules;
  }

  @Override
  public String toString() {
    return name;
  }
}
