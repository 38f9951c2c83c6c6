package io.tillbot.adapter.slack.fake;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What can be held up for a while, and goes on then. Safe for many threads. */
final class Gate {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition opened = lock.newCondition();
  private boolean isShut;

  void shut() {
    set(true);
  }

  void open() {
    set(false);
  }

  private void set(boolean shut) {
    lock.lock();
    try {
      isShut = shut;
      opened.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void pass() {
    lock.lock();
    try {
      while (isShut) {
        opened.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }
}
