package io.tillbot.adapter.slack;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One message that goes with the acknowledgement when it is there in time, and its own way later;
 * exactly one of the two. For one thread that works and one that waits.
 */
final class Handover {
  private final CompletableFuture<Optional<Message>> inTime = new CompletableFuture<>();

  /** By the working thread: whether the message goes with the acknowledgement. */
  boolean takes(Message message) {
    return inTime.complete(Optional.of(message));
  }

  /** By the waiting thread: the message, or nothing when it has to go its own way. */
  Optional<Message> within(Duration patience) {
    try {
      return inTime.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      return over();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return over();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException("it is never completed so", impossible);
    }
  }

  private Optional<Message> over() {
    return inTime.complete(Optional.empty()) ? Optional.empty() : inTime.join();
  }
}
