package io.tillbot.adapter.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jspecify.annotations.Nullable;

/** A unit of work that waits for its turn, and then for the commit that it shares with others. */
final class WaitingUnit<T> {
  private final HandleCallback<T, RuntimeException> work;
  private final CompletableFuture<T> answer = new CompletableFuture<>();
  private @Nullable T result;
  private @Nullable Throwable failure;

  WaitingUnit(HandleCallback<T, RuntimeException> work) {
    this.work = work;
  }

  /** What its caller waits for. */
  Future<T> answer() {
    return answer;
  }

  /** Whether its caller has gone. */
  boolean isAbandoned() {
    return answer.isDone();
  }

  /** Does the work; its caller learns of it when it is {@linkplain #end ended}. */
  void run(Handle handle) {
    result = work.withHandle(handle);
  }

  /** Nothing of it is kept, or nobody knows whether anything is; a first reason stays. */
  void fail(Throwable reason) {
    if (failure == null) {
      failure = reason;
    }
  }

  /** Tells its caller. */
  void end() {
    if (failure == null) {
      answer.complete(result);
    } else {
      answer.completeExceptionally(failure);
    }
  }
}
