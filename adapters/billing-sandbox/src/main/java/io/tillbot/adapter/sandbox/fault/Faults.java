package io.tillbot.adapter.sandbox.fault;

import io.tillbot.adapter.sandbox.choice.Switches;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.ReentrantLock;

/** The faults in force, oldest first. Thread-safe. */
public final class Faults {

  /** A fault in force. */
  private static final class Armed {
    private final int id;
    private final Fault fault;
    private final SplittableRandom random;
    private int toSkip;
    private int left;
    private int struck;

    Armed(int id, Fault fault) {
      this.id = id;
      this.fault = fault;
      this.random = new SplittableRandom(fault.seed());
      this.toSkip = fault.skip();
      this.left = fault.count();
    }

    boolean concerns(String action) {
      return fault.action().equals(Switches.EVERYWHERE) || fault.action().equals(action);
    }

    boolean isOver() {
      return fault.count() > 0 && left == 0;
    }
  }

  /**
   * A fault in force, as it is listed.
   *
   * @param id its number
   * @param fault what it is
   * @param struck how many requests it has struck
   */
  public record Listed(int id, Fault fault, int struck) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final List<Armed> armed = new ArrayList<>();
  private int nextId = 1;

  /** Puts a fault in force; returns its number. */
  public int add(Fault fault) {
    lock.lock();
    try {
      armed.add(new Armed(nextId, fault));
      return nextId++;
    } finally {
      lock.unlock();
    }
  }

  /** Ends all faults. */
  public void clear() {
    lock.lock();
    try {
      armed.clear();
    } finally {
      lock.unlock();
    }
  }

  /** The faults in force. */
  public List<Listed> list() {
    lock.lock();
    try {
      return armed.stream().map(one -> new Listed(one.id, one.fault, one.struck)).toList();
    } finally {
      lock.unlock();
    }
  }

  /** What strikes the next request for that action; counts as having struck. */
  public Strike take(String action) {
    lock.lock();
    try {
      if (armed.isEmpty()) {
        return Strike.NONE;
      }
      List<Fault> striking = new ArrayList<>();
      boolean ended = false;
      for (Iterator<Armed> each = armed.iterator(); each.hasNext(); ) {
        Armed one = each.next();
        if (!one.concerns(action) || (ended && one.fault.kind().ends())) {
          continue;
        }
        if (one.toSkip > 0) {
          one.toSkip--;
          continue;
        }
        if (one.fault.probability() < 1 && one.random.nextDouble() >= one.fault.probability()) {
          continue;
        }
        striking.add(one.fault);
        ended |= one.fault.kind().ends();
        one.struck++;
        one.left--;
        if (one.isOver()) {
          each.remove();
        }
      }
      return new Strike(striking);
    } finally {
      lock.unlock();
    }
  }
}
