package io.tillbot.adapter.discord;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers in time, whatever the billing system does: what is there at once is answered at once,
 * everything else is deferred first. Blocks until the answer is delivered, or cannot be.
 */
final class Pace {
  private static final Logger LOG = LoggerFactory.getLogger(Pace.class);

  /** How long an answer may take before it is deferred; a person sees no difference below. */
  private static final Duration AT_ONCE = Duration.ofMillis(100);

  /** Discord takes an answer for 15 minutes. */
  private static final Duration LONGEST = Duration.ofMinutes(14);

  private final ExecutorService workers;

  Pace(ExecutorService workers) {
    this.workers = workers;
  }

  /**
   * Reads: works first, and defers when that takes long.
   *
   * @return whether Discord took an answer
   */
  boolean answer(Exchange exchange, Callable<Answered> work, Supplier<Answered> failure) {
    Future<Answered> answer = workers.submit(work);
    return delivered(
        () -> {
          try {
            exchange.now(result(answer, AT_ONCE, failure));
          } catch (TimeoutException slow) {
            exchange.defer();
            deliver(exchange, inTheEnd(answer, failure), failure);
          }
        });
  }

  /**
   * Changes: defers first. What Discord no longer waits for is not begun, so that nobody is told by
   * it that the press failed while the change was made.
   *
   * @return whether Discord took an answer
   */
  boolean answerAfterDeferring(
      Exchange exchange, Callable<Answered> work, Supplier<Answered> failure) {
    return delivered(
        () -> {
          exchange.defer();
          deliver(exchange, inTheEnd(workers.submit(work), failure), failure);
        });
  }

  /** A person who waits is told at least that there was an answer. */
  private static void deliver(Exchange exchange, Answered answer, Supplier<Answered> failure) {
    try {
      exchange.later(answer);
    } catch (RuntimeException refused) {
      LOG.error("Discord did not take an answer: {}", Failures.reason(refused));
      exchange.later(failure.get());
    }
  }

  private static Answered inTheEnd(Future<Answered> answer, Supplier<Answered> failure)
      throws InterruptedException {
    try {
      return result(answer, LONGEST, failure);
    } catch (TimeoutException tooLate) {
      LOG.error("a command took longer than Discord waits for its answer");
      return failure.get();
    }
  }

  private static Answered result(
      Future<Answered> answer, Duration limit, Supplier<Answered> failure)
      throws InterruptedException, TimeoutException {
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException bug) {
      // The core answers for its own faults; this is one of showing what it answered.
      LOG.error("an answer could not be shown", bug.getCause());
      return failure.get();
    }
  }

  /** Delivery that may be waited for. */
  @FunctionalInterface
  private interface Delivery {
    void run() throws InterruptedException;
  }

  private static boolean delivered(Delivery delivery) {
    try {
      delivery.run();
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      LOG.warn("stopped before an answer was delivered");
    } catch (RuntimeException refused) {
      LOG.warn("Discord did not take an answer: {}", Failures.reason(refused));
    }
    return false;
  }
}
