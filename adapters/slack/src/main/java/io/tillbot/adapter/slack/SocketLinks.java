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
  private @Nullable Left before;
  private boolean isWanted;
  private boolean isEnding;

  /** Longer than Slack waits for an acknowledgement. */
  private static final Duration LONGEST_STAY = Duration.ofSeconds(5);

  /** One that is not in use any more; what came through it may still be acknowledged there. */
  private record Left(SocketLink link, long since) {
    private boolean isDone() {
      return !link.isOpen()
          || link.owed() == 0
          || System.nanoTime() - since > LONGEST_STAY.toNanos();
    }
  }

  /** Takes one into use. The one before it stays for what is still to be said there. */
  void use(SocketLink link) {
    @Nullable Left left;
    lock.lock();
    try {
      left = before;
      before = current == null ? null : new Left(current, System.nanoTime());
      current = link;
      isWanted = false;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    if (left != null) {
      left.link().close();
    }
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
   * Lets go of the one before when nothing is owed there, and asks the one in use for a sign of
   * life.
   *
   * @param silence how long none may have come
   */
  void check(Duration silence) {
    @Nullable Left old;
    @Nullable SocketLink now;
    lock.lock();
    try {
      old = before;
      if (old != null && old.isDone()) {
        before = null;
      }
      now = current;
    } finally {
      lock.unlock();
    }
    if (old != null && old.isDone()) {
      old.link().close();
    }
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
    @Nullable Left old;
    lock.lock();
    try {
      old = before;
    } finally {
      lock.unlock();
    }
    @Nullable SocketLink now = current();
    if (old != null) {
      old.link().close();
    }
    if (now != null) {
      now.close();
    }
  }
}
