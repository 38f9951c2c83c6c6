package io.tillbot.adapter.slack;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Answers what Slack delivers once more as it was answered the first time. An acknowledgement that
 * was written into a connection which broke may have been lost, with the answer in it; Slack's
 * repetition is how we learn of it. The newest are kept, in memory; whoever repeats what is no
 * longer here finds the delivery's key in the store.
 */
final class SameAgain {
  private static final int MOST = 2_000;

  private final Map<String, CompletableFuture<SlackResponse>> given =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(
            Map.Entry<String, CompletableFuture<SlackResponse>> eldest) {
          return size() > MOST;
        }
      };

  /**
   * What the request is answered, made now or before.
   *
   * @param request tells it apart from all others, in few characters
   * @param patience how long another thread that makes it is waited for
   */
  SlackResponse of(String request, Duration patience, Supplier<SlackResponse> answer) {
    CompletableFuture<SlackResponse> own = new CompletableFuture<>();
    CompletableFuture<SlackResponse> other;
    synchronized (given) {
      other = given.putIfAbsent(request, own);
    }
    if (other != null) {
      return awaited(other, patience);
    }
    SlackResponse made = SlackResponse.bare(500);
    try {
      made = answer.get();
    } finally {
      if (made.status() / 100 == 5) {
        forget(request);
      }
      own.complete(made);
    }
    return made;
  }

  private void forget(String request) {
    synchronized (given) {
      given.remove(request);
    }
  }

  private static SlackResponse awaited(CompletableFuture<SlackResponse> answer, Duration patience) {
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException none) {
      return SlackResponse.bare(500);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return SlackResponse.bare(500);
    }
  }
}
