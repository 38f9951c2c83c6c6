package io.tillbot.adapter.slack;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Whose turn it is to draw one person's page: what is older never takes the place of what is newer,
 * and many changes are one refresh. Safe for many threads.
 */
final class HomeTurns {
  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantLock drawing = new ReentrantLock();
  private final Condition never = lock.newCondition();
  private Instant opened = Instant.MIN;
  private long refreshed = Long.MIN_VALUE;
  private boolean isRefreshWanted;
  private long last;
  private long drawn;

  /** Whether it was opened, and not only a moment ago. */
  boolean opens(Instant now, Duration same) {
    lock.lock();
    try {
      if (!opened.equals(Instant.MIN) && now.isBefore(opened.plus(same))) {
        return false;
      }
      opened = now;
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Whether somebody has to refresh it; otherwise somebody is about to. */
  boolean wantsRefresh() {
    lock.lock();
    try {
      boolean isFirst = !isRefreshWanted;
      isRefreshWanted = true;
      return isFirst;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until the last refresh is long enough ago; whatever changes meanwhile is part of this
   * one.
   */
  void awaitRefresh(Duration between) throws InterruptedException {
    lock.lock();
    try {
      long left = left(between);
      while (left > 0) {
        left = never.awaitNanos(left) > 0 ? left(between) : 0;
      }
      isRefreshWanted = false;
      refreshed = System.nanoTime();
    } finally {
      lock.unlock();
    }
  }

  private long left(Duration between) {
    return refreshed == Long.MIN_VALUE ? 0 : between.toNanos() - (System.nanoTime() - refreshed);
  }

  /** The next turn, newer than all before. */
  long next() {
    lock.lock();
    try {
      return ++last;
    } finally {
      lock.unlock();
    }
  }

  /** Draws, unless something newer was drawn already. */
  boolean inOrder(long turn, BooleanSupplier draw) {
    drawing.lock();
    try {
      if (turn < drawn) {
        return true;
      }
      drawn = turn;
      return draw.getAsBoolean();
    } finally {
      drawing.unlock();
    }
  }
}
