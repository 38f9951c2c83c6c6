package io.tillbot.adapter.slack;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where requests are worked on: each on a virtual thread of its own, so that a slow one keeps
 * nobody waiting, and only so many at a time.
 */
final class InFlight implements Executor, AutoCloseable {
  /**
   * A billing API that takes ten seconds holds a thousand of a hundred commands a second; beyond
   * several times that nobody would be answered in time, and memory is what would run out.
   */
  static final int MOST = 8_000;

  private static final Logger LOG = LoggerFactory.getLogger(InFlight.class);

  private final Semaphore places;
  private final Duration goodbye;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("slack-", 0).factory());

  /**
   * @param most how many at a time
   * @param goodbye how long what was begun is waited for at the end
   */
  InFlight(int most, Duration goodbye) {
    this.places = new Semaphore(most);
    this.goodbye = goodbye;
  }

  /**
   * Begins a piece of work.
   *
   * @throws RejectedExecutionException when there is too much already, or the end has come
   */
  @Override
  public void execute(Runnable work) {
    if (!places.tryAcquire()) {
      throw new RejectedExecutionException("too much at a time");
    }
    try {
      threads.execute(
          () -> {
            try {
              work.run();
            } finally {
              places.release();
            }
          });
    } catch (RejectedExecutionException ended) {
      places.release();
      throw ended;
    }
  }

  /** Lets what was begun come to its end: a change may be on its way. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(goodbye.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("answers to Slack were still being made at the end");
        threads.shutdownNow();
      }
    } catch (InterruptedException hurry) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
