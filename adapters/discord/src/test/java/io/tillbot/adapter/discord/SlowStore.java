package io.tillbot.adapter.discord;

import io.tillbot.core.port.Store;
import io.tillbot.core.port.UnitOfWork;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A store that writes when a test lets it. */
final class SlowStore implements Store {
  private final Store store;
  private final Semaphore passes = new Semaphore(Integer.MAX_VALUE);

  SlowStore(Store store) {
    this.store = store;
  }

  /** From now on nothing is written. */
  void shut() {
    passes.drainPermits();
  }

  /** Writes what waits, and everything after it. */
  void open() {
    passes.release(Integer.MAX_VALUE / 2);
  }

  @Override
  public <T> T write(Function<UnitOfWork, T> work) {
    try {
      if (!passes.tryAcquire(20, TimeUnit.SECONDS)) {
        throw new AssertionError("the test never lets the store write");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", stopped);
    }
    return store.write(work);
  }

  @Override
  public <T> T read(Function<UnitOfWork, T> work) {
    return store.read(work);
  }
}
