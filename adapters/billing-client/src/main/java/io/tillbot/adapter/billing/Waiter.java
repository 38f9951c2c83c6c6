package io.tillbot.adapter.billing;

import java.time.Duration;

/** Waits between two attempts of a read. A test that does not want to wait gives its own. */
@FunctionalInterface
public interface Waiter {

  /** Waits that long. */
  void pause(Duration pause) throws InterruptedException;

  /** A waiter that sleeps. */
  static Waiter sleeping() {
    return Thread::sleep;
  }
}
