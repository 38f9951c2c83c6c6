package io.tillbot.core.suggest;

import io.tillbot.core.access.Caller;
import io.tillbot.core.invoice.InvoiceSuggestions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Callers' own invoices, read once a minute at most and for several who ask at once by one read.
 * What is remembered is that of one credential under one edition of the rules; with another of
 * either it is read anew. Bounded; safe for many threads.
 */
final class OwnInvoices {
  static final Duration LIFE = Duration.ofSeconds(60);
  static final int MOST_CALLERS = 1_000;

  /** More than anybody looks through; typing a digit narrows them. */
  static final int MOST_INVOICES = 100;

  private final InvoiceSuggestions source;
  private final Clock clock;
  private final Map<Caller, Reading> byCaller = new Recent<>(MOST_CALLERS);

  OwnInvoices(InvoiceSuggestions source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  private record Reading(
      Object credential, Instant begun, CompletableFuture<List<Suggestion>> found) {}

  /**
   * The newest first; it may take a while.
   *
   * @param credential equals that of the caller as long as the credential is the same one
   */
  synchronized Future<List<Suggestion>> of(Caller caller, Object credential) {
    Instant now = clock.instant();
    @Nullable Reading known = byCaller.get(caller);
    boolean serves =
        known != null
            && known.credential().equals(credential)
            && !known.found().isCompletedExceptionally()
            && now.isBefore(known.begun().plus(LIFE));
    if (known != null && serves) {
      return known.found();
    }
    Reading reading = new Reading(credential, now, new CompletableFuture<>());
    byCaller.put(caller, reading);
    Thread.ofVirtual().name("suggestions").start(() -> read(caller, reading.found()));
    return reading.found();
  }

  private void read(Caller caller, CompletableFuture<List<Suggestion>> found) {
    try {
      found.complete(
          source.of(caller).stream()
              .limit(MOST_INVOICES)
              .map(invoice -> new Suggestion(invoice.id().toString(), invoice.label()))
              .toList());
    } catch (RuntimeException failed) {
      found.completeExceptionally(failed);
    }
  }

  /** Something may have changed: the next who asks has it read anew. */
  synchronized void forget(Caller caller) {
    byCaller.remove(caller);
  }
}
