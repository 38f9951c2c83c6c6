package io.tillbot.adapter.store;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A few platform threads that do the calls into SQLite. SQLite waits in native code: on a virtual
 * thread that would hold its carrier, and with as many of them as there are processors, nothing
 * else would run. Callers wait in Java instead.
 */
final class Lane implements AutoCloseable {
  private final ThreadGroup group;
  private final ExecutorService threads;
  private final Duration limit;

  /**
   * @param limit how long a caller waits for its turn and the work
   */
  Lane(String name, int size, Duration limit) {
    this.group = new ThreadGroup("store-" + name);
    this.threads =
        Executors.newFixedThreadPool(
            size,
            Thread.ofPlatform().group(group).name("store-" + name + "-", 1).daemon().factory());
    this.limit = limit;
  }

  /**
   * Does the work on a thread of this lane.
   *
   * @throws StoreException when it takes too long, the caller is interrupted, or the lane is closed
   * @throws ExecutionException what the work threw
   */
  <T> T call(Callable<T> work) throws ExecutionException {
    FutureTask<T> task = new FutureTask<>(work);
    execute(task);
    return await(task);
  }

  /**
   * Puts work that never throws at the lane's end.
   *
   * @throws StoreException when the lane is closed
   * @throws IllegalStateException on a thread of this lane, which would wait for itself
   */
  void execute(Runnable work) {
    if (group.equals(Thread.currentThread().getThreadGroup())) {
      throw new IllegalStateException("a unit of work cannot begin within another one");
    }
    try {
      threads.execute(work);
    } catch (RejectedExecutionException e) {
      throw new StoreException("The store is closed", e);
    }
  }

  /**
   * Waits for what becomes of work.
   *
   * @throws StoreException when it takes too long or the caller is interrupted
   * @throws ExecutionException what the work threw
   */
  <T> T await(Future<T> future) throws ExecutionException {
    try {
      return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      future.cancel(false);
      Thread.currentThread().interrupt();
      throw new StoreException(
          "Interrupted while waiting for the store; what was asked may be done", e);
    } catch (TimeoutException e) {
      future.cancel(false);
      throw new StoreException(
          "The store did not answer within %d s; what was asked may be done: look before asking again"
              .formatted(limit.toSeconds()),
          e);
    }
  }

  /** Takes no more work, and ends what it has. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      threads.awaitTermination(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
