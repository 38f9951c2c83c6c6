package io.tillbot.adapter.discord;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets commands in until it is closed, and knows when the last of them has left. */
final class Gate {
  private static final int ALL = Integer.MAX_VALUE;

  private final Semaphore places = new Semaphore(ALL);
  private volatile boolean isClosed;
  private volatile boolean isEmpty;

  /** Runs the work, or nothing when the gate is closed. */
  void pass(Runnable work) {
    if (!isClosed && places.tryAcquire()) {
      try {
        work.run();
      } finally {
        places.release();
      }
    }
  }

  /**
   * Lets nobody in any more, and waits for those inside. Of one thread; may be called again.
   *
   * @return whether all have left in time
   */
  boolean close(Duration patience) throws InterruptedException {
    isClosed = true;
    isEmpty = isEmpty || places.tryAcquire(ALL, patience.toMillis(), TimeUnit.MILLISECONDS);
    return isEmpty;
  }
}
