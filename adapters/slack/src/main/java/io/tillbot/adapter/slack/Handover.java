package io.tillbot.adapter.slack;

import io.tillbot.core.Received;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Between the thread that works for a request and the one that acknowledges it: first it is written
 * down that the request is here, then there is one message, which goes with the acknowledgement
 * when it is there in time, and its own way later; exactly one of the two.
 */
final class Handover {
  /**
   * However slow the store is, Slack has its acknowledgement within three seconds. What is not
   * written down by then is still answered, unless the process dies first.
   */
  private static final Duration LONGEST_WRITING = Duration.ofSeconds(2);

  /**
   * So long after the acknowledgement a view may be changed that the acknowledgement itself has
   * changed: Slack says nothing of the order in which it takes the two.
   */
  private static final Duration SETTLING = Duration.ofMillis(300);

  private final Duration settling;
  private final CompletableFuture<Optional<Message>> inTime = new CompletableFuture<>();
  private final CompletableFuture<Boolean> written = new CompletableFuture<>();

  Handover() {
    this(Duration.ZERO);
  }

  private Handover(Duration settling) {
    this.settling = settling;
  }

  /**
   * Begins to work for a request on a thread of its own.
   *
   * @param takeUp writes it down; empty when it was here before
   * @param work answers it
   */
  static Handover begin(
      Executor threads, Supplier<Optional<Received>> takeUp, BiConsumer<Received, Handover> work) {
    return begin(new Handover(), threads, takeUp, work);
  }

  /** The same for a form, whose acknowledgement is a view itself. */
  static Handover beginForm(
      Executor threads, Supplier<Optional<Received>> takeUp, BiConsumer<Received, Handover> work) {
    return begin(new Handover(SETTLING), threads, takeUp, work);
  }

  private static Handover begin(
      Handover handover,
      Executor threads,
      Supplier<Optional<Received>> takeUp,
      BiConsumer<Received, Handover> work) {
    threads.execute(
        () ->
            takeUp
                .get()
                .ifPresentOrElse(
                    received -> {
                      handover.isWrittenDown();
                      work.accept(received, handover);
                    },
                    handover::wasHereBefore));
    return handover;
  }

  /** By the working thread: the request will not be lost from now on. */
  void isWrittenDown() {
    written.complete(true);
  }

  /** By the working thread: the request was here before, and is answered nothing. */
  void wasHereBefore() {
    inTime.complete(Optional.empty());
    written.complete(false);
  }

  /** By the working thread: no message goes with the acknowledgement. */
  void goesItsOwnWay() {
    inTime.complete(Optional.empty());
  }

  /** By the working thread, whose message goes its own way: waits until it may. */
  void settle() {
    if (settling.isPositive()) {
      LockSupport.parkNanos(settling.toNanos());
    }
  }

  /** By the waiting thread, after {@link #within}: whether the request was here before. */
  boolean isRepeated() {
    return written.isDone() && !written.join();
  }

  /** By the working thread: whether the message goes with the acknowledgement. */
  boolean takes(Message message) {
    return inTime.complete(Optional.of(message));
  }

  /** By the waiting thread: returns when the request may be acknowledged. */
  void awaitWriting() {
    within(LONGEST_WRITING, written);
  }

  /**
   * By the waiting thread, once the request may be acknowledged: the message, or nothing when it
   * has to go its own way.
   */
  Optional<Message> within(Duration patience) {
    awaitWriting();
    return within(patience, inTime)
        .orElseGet(() -> inTime.complete(Optional.empty()) ? Optional.empty() : inTime.join());
  }

  /** What is there in time. */
  private static <T> Optional<T> within(Duration patience, CompletableFuture<T> awaited) {
    try {
      return Optional.of(awaited.get(patience.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException late) {
      return Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException("it is never completed so", impossible);
    }
  }
}
