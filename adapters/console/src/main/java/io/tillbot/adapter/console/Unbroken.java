package io.tillbot.adapter.console;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that the end of the process waits for: a change that is being sent, until its outcome is
 * shown. A signal cannot call back what is on its way, but it could hide what became of it.
 */
public final class Unbroken {
  private static final Logger LOG = LoggerFactory.getLogger(Unbroken.class);

  /** Longer than a write and the reads that prove it may take. */
  private static final Duration LONGEST = Duration.ofSeconds(90);

  private final Runnable notice;

  /**
   * Prepares for such work.
   *
   * @param notice tells the person that the end waits; run on a thread of its own
   */
  public Unbroken(Runnable notice) {
    this.notice = notice;
  }

  /**
   * Does the work on this thread.
   *
   * @throws IllegalStateException when the process is ending already; then nothing was done
   */
  public <T> T run(Supplier<T> work) {
    CountDownLatch done = new CountDownLatch(1);
    Thread hook = Thread.ofPlatform().name("unbroken").unstarted(() -> await(done));
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return work.get();
    } finally {
      done.countDown();
      remove(hook);
    }
  }

  private void await(CountDownLatch done) {
    if (done.getCount() == 0) {
      return;
    }
    notice.run();
    try {
      if (!done.await(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("the end of the process waited in vain for a change that is being sent");
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // The hook runs already; it has just been told that the work is done.
    }
  }
}
