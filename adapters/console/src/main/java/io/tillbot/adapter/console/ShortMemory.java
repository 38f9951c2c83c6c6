package io.tillbot.adapter.console;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Proposals that take time to read, remembered for a minute. Whoever asks waits for a moment at
 * most; what comes later serves the next who asks. Safe for many threads.
 */
final class ShortMemory implements Supplier<List<Proposal>> {
  static final Duration LIFE = Duration.ofSeconds(60);
  static final Duration PATIENCE = Duration.ofMillis(700);

  /** More than anybody looks through; typing a digit narrows them. */
  static final int MOST = 100;

  private static final Logger LOG = LoggerFactory.getLogger(ShortMemory.class);

  private final Supplier<List<Proposal>> source;
  private final InstantSource clock;
  private @Nullable Reading reading;

  ShortMemory(Supplier<List<Proposal>> source, InstantSource clock) {
    this.source = source;
    this.clock = clock;
  }

  private record Reading(Instant begun, CompletableFuture<List<Proposal>> found) {}

  /** What is remembered or could be read in a moment; else none. */
  @Override
  public List<Proposal> get() {
    try {
      return current().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException notYet) {
      return List.of();
    } catch (ExecutionException failed) {
      LOG.debug("proposals could not be read", failed);
      forget();
      return List.of();
    } catch (InterruptedException given) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  /** Something may have changed: the next who asks has it read anew. */
  synchronized void forget() {
    reading = null;
  }

  private synchronized CompletableFuture<List<Proposal>> current() {
    Instant now = clock.instant();
    Reading known = reading;
    if (known == null || !now.isBefore(known.begun().plus(LIFE))) {
      CompletableFuture<List<Proposal>> found = new CompletableFuture<>();
      Thread.ofVirtual().name("proposals").start(() -> read(found));
      known = new Reading(now, found);
      reading = known;
    }
    return known.found();
  }

  private void read(CompletableFuture<List<Proposal>> found) {
    try {
      found.complete(source.get().stream().limit(MOST).toList());
    } catch (RuntimeException failed) {
      found.completeExceptionally(failed);
    }
  }
}
