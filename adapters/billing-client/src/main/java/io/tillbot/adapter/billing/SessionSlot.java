package io.tillbot.adapter.billing;

import io.tillbot.core.billing.ApiResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of one API key. Whoever needs a session while one is being opened waits for that
 * one, and shares its failure too.
 */
final class SessionSlot {
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Session> open = new ArrayList<>();
  private boolean used;
  private @Nullable Session current;
  private @Nullable CompletableFuture<ApiResult<Session>> opening;

  /** The current session, or one that {@code login} opens. */
  ApiResult<Session> get(Instant now, Supplier<ApiResult<Session>> login) {
    CompletableFuture<ApiResult<Session>> mine = new CompletableFuture<>();
    CompletableFuture<ApiResult<Session>> shared;
    lock.lock();
    try {
      used = true;
      if (current != null && now.isBefore(current.renewAt())) {
        return new ApiResult.Done<>(current);
      }
      shared = opening;
      if (shared == null) {
        opening = mine;
      }
    } finally {
      lock.unlock();
    }
    return shared == null ? open(now, login, mine) : shared.join();
  }

  private ApiResult<Session> open(
      Instant now,
      Supplier<ApiResult<Session>> login,
      CompletableFuture<ApiResult<Session>> future) {
    ApiResult<Session> result = new ApiResult.NotSent<>(ApiResult.NotSentCause.NO_SESSION, null);
    try {
      result = login.get();
    } finally {
      result = settled(now, result);
      future.complete(result);
    }
    return result;
  }

  private ApiResult<Session> settled(Instant now, ApiResult<Session> login) {
    lock.lock();
    try {
      opening = null;
      open.removeIf(session -> !session.livesAt(now));
      if (login instanceof ApiResult.Done<Session>(Session session)) {
        current = session;
        open.add(session);
        return login;
      }
      if (login instanceof ApiResult.NotSent<Session> && current != null && current.livesAt(now)) {
        // Renewing early failed; once is enough, for the old session serves to its end.
        current = current.keptToItsEnd();
        return new ApiResult.Done<>(current);
      }
      return login;
    } finally {
      lock.unlock();
    }
  }

  /** Forgets a session that the API did not accept; another that took its place stays. */
  void drop(Session rejected) {
    lock.lock();
    try {
      open.removeIf(rejected::isSameAs);
      if (current != null && current.isSameAs(rejected)) {
        current = null;
      }
    } finally {
      lock.unlock();
    }
  }

  /** Takes out every session that still lives, one that is just being opened included. */
  List<Session> takeAll(Instant now) {
    CompletableFuture<ApiResult<Session>> pending = opening();
    if (pending != null) {
      pending.join();
    }
    lock.lock();
    try {
      List<Session> living = open.stream().filter(session -> session.livesAt(now)).toList();
      open.clear();
      current = null;
      return living;
    } finally {
      lock.unlock();
    }
  }

  /** Whether nothing is open, nothing is being opened, and nobody is just about to. */
  boolean isIdle(Instant now) {
    lock.lock();
    try {
      return used && opening == null && open.stream().noneMatch(session -> session.livesAt(now));
    } finally {
      lock.unlock();
    }
  }

  private @Nullable CompletableFuture<ApiResult<Session>> opening() {
    lock.lock();
    try {
      return opening;
    } finally {
      lock.unlock();
    }
  }
}
