package io.tillbot.adapter.discord;

import io.tillbot.core.Received;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers in time, whatever the billing system or the store does: what is there at once is answered
 * at once, everything else is deferred first. Blocks until the answer is delivered, or cannot be.
 */
final class Pace {
  private static final Logger LOG = LoggerFactory.getLogger(Pace.class);

  /** How long an answer may take before it is deferred; a person sees no difference below. */
  private static final Duration AT_ONCE = Duration.ofMillis(100);

  /** How long taking it up may take; half of what Discord waits. */
  private static final Duration TAKING_UP = Duration.ofMillis(1_500);

  /** Discord takes an answer for 15 minutes. */
  private static final Duration LONGEST = Duration.ofMinutes(14);

  private final ExecutorService workers;
  private final Mailbox mailbox;

  /**
   * @param mailbox where an answer goes that Discord does not take in its place
   */
  Pace(ExecutorService workers, Mailbox mailbox) {
    this.workers = workers;
    this.mailbox = mailbox;
  }

  /** What comes first. */
  enum Order {
    /** The work, so that what is there at once is the first answer. */
    WORK,
    /**
     * The deferring. What Discord no longer waits for is not begun, so that nobody is told by it
     * that the press failed while the change was made.
     */
    DEFERRING
  }

  /** What an interaction asks for. */
  interface Work {
    /** Takes it up; empty when that was done before. */
    Optional<Received> takenUp();

    /** Does it. */
    Answered done(Received received);

    /** Says that the answer could not be shown. */
    Answered failed();
  }

  /** Answers, or does nothing where the interaction was here before, in whatever process. */
  void serve(Exchange exchange, Order order, Work work) {
    Future<Optional<Received>> taking = workers.submit(work::takenUp);
    delivered(
        () -> {
          Optional<Received> received;
          boolean isDeferred = false;
          try {
            received = within(TAKING_UP, taking);
          } catch (TimeoutException slow) {
            exchange.defer();
            isDeferred = true;
            received = within(LONGEST, taking);
          }
          if (received.isPresent()) {
            serve(exchange, isDeferred ? Order.DEFERRING : order, isDeferred, received.get(), work);
          }
        });
  }

  private void serve(
      Exchange exchange, Order order, boolean isDeferred, Received received, Work work)
      throws InterruptedException {
    if (order == Order.DEFERRING && !isDeferred) {
      exchange.defer();
    }
    Future<Answered> answer = workers.submit(() -> work.done(received));
    Delivery delivery =
        order == Order.DEFERRING
            ? () -> deliver(exchange, inTheEnd(answer, work), work)
            : () -> deliverSoon(exchange, answer, work);
    if (delivered(delivery)) {
      received.answered();
    }
  }

  private void deliverSoon(Exchange exchange, Future<Answered> answer, Work work)
      throws InterruptedException {
    Answered soon;
    try {
      soon = result(answer, AT_ONCE, work);
    } catch (TimeoutException slow) {
      exchange.defer();
      deliver(exchange, inTheEnd(answer, work), work);
      return;
    }
    try {
      exchange.now(soon);
    } catch (RuntimeException refused) {
      LOG.error("Discord did not take an answer: {}", Failures.reason(refused));
      exchange.now(work.failed());
      return;
    }
    mailbox.keep(exchange, soon);
  }

  /** A person who waits is told at least that there was an answer, and elsewhere if need be. */
  private void deliver(Exchange exchange, Answered answer, Work work) {
    try {
      exchange.later(answer);
    } catch (RuntimeException refused) {
      LOG.error("Discord did not take an answer: {}", Failures.reason(refused));
      if (!Failures.isTooLate(refused)) {
        exchange.later(work.failed());
      } else if (!mailbox.deliver(answer.told())) {
        throw refused;
      }
      return;
    }
    mailbox.keep(exchange, answer);
  }

  private static Answered inTheEnd(Future<Answered> answer, Work work) throws InterruptedException {
    try {
      return result(answer, LONGEST, work);
    } catch (TimeoutException tooLate) {
      LOG.error("a command took longer than Discord waits for its answer");
      return work.failed();
    }
  }

  private static Answered result(Future<Answered> answer, Duration limit, Work work)
      throws InterruptedException, TimeoutException {
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException bug) {
      // The core answers for its own faults; this is one of showing what it answered.
      LOG.error("an answer could not be shown", bug.getCause());
      return work.failed();
    }
  }

  private static <T> T within(Duration limit, Future<T> work)
      throws InterruptedException, TimeoutException {
    try {
      return work.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException bug) {
      throw new IllegalStateException("an interaction could not be taken up", bug.getCause());
    }
  }

  /** Delivery that may be waited for. */
  @FunctionalInterface
  private interface Delivery {
    void run() throws InterruptedException, TimeoutException;
  }

  private static boolean delivered(Delivery delivery) {
    try {
      delivery.run();
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      LOG.warn("stopped before an answer was delivered");
    } catch (TimeoutException never) {
      LOG.error("an interaction could not be taken up in time");
    } catch (RuntimeException refused) {
      LOG.warn("Discord did not take an answer: {}", Failures.reason(refused));
    }
    return false;
  }
}
