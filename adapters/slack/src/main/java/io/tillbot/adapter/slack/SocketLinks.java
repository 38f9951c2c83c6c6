package io.tillbot.adapter.slack;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The WebSocket in use, the one before it, and whether another is needed. Safe for many threads.
 */
final class SocketLinks {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable SocketLink current;
  private @Nullable SocketLink before;
  private boolean isWanted;
  private boolean isEnding;

  /** Takes one into use. The one before it stays for what is still to be said there. */
  void use(SocketLink link) {
    @Nullable SocketLink left;
    lock.lock();
    try {
      left = before;
      before = current;
      current = link;
      isWanted = false;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    close(left);
    if (isEnding()) {
      link.close();
    }
  }

  /** Another one is needed. */
  void want() {
    change(() -> isWanted = true);
  }

  /** None is needed any more. */
  void end() {
    change(() -> isEnding = true);
  }

  boolean isEnding() {
    lock.lock();
    try {
      return isEnding;
    } finally {
      lock.unlock();
    }
  }

  /** Something happened that somebody may wait for. */
  void tell() {
    change(() -> {});
  }

  private void change(Runnable what) {
    lock.lock();
    try {
      what.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until another one is needed or none any more; whether that was so in time. */
  boolean awaitNeed(Duration patience) throws InterruptedException {
    return await(patience, () -> isWanted || isEnding);
  }

  /** Waits until none is needed any more; whether that was so in time. */
  boolean awaitEnding(Duration patience) throws InterruptedException {
    return await(patience, () -> isEnding);
  }

  /** Waits until that is so; whether it was in time. */
  boolean await(Duration patience, BooleanSupplier what) throws InterruptedException {
    long left = patience.toNanos();
    lock.lock();
    try {
      while (!what.getAsBoolean()) {
        if (left <= 0) {
          return false;
        }
        left = changed.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Sends a text through the link that it belongs to, or through the one in use, or through the
   * next one that comes.
   *
   * @param deadline of {@link System#nanoTime}
   * @return whether it was written somewhere in time
   */
  boolean send(String text, @Nullable SocketLink origin, long deadline) {
    @Nullable SocketLink link = origin;
    try {
      while (true) {
        Duration left = Duration.ofNanos(deadline - System.nanoTime());
        if (left.isNegative()) {
          return false;
        }
        if (link != null && link.send(text, left)) {
          return true;
        }
        @Nullable SocketLink tried = link;
        @Nullable SocketLink next = current();
        if (next == tried || next == null) {
          await(left, () -> current != null && current != tried);
          next = current();
        }
        link = next;
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private @Nullable SocketLink current() {
    lock.lock();
    try {
      return current;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Lets go of the one before, and asks the one in use for a sign of life.
   *
   * @param silence how long none may have come
   */
  void check(Duration silence) {
    @Nullable SocketLink old;
    @Nullable SocketLink now;
    lock.lock();
    try {
      old = before;
      before = null;
      now = current;
    } finally {
      lock.unlock();
    }
    close(old);
    if (now != null) {
      if (now.silence().compareTo(silence) > 0) {
        now.close();
        want();
      } else {
        now.ping();
      }
    }
  }

  /** Whether it is the one in use. */
  boolean isCurrent(@Nullable SocketLink link) {
    return link != null && link == current();
  }

  void closeAll() {
    close(current());
    check(Duration.ofDays(1));
  }

  private static void close(@Nullable SocketLink link) {
    if (link != null) {
      link.close();
    }
  }
}
