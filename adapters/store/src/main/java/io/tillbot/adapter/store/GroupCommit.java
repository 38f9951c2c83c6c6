package io.tillbot.adapter.store;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jdbi.v3.core.Handle;

/**
 * Does several units of work in one transaction of SQLite's, each behind a savepoint of its own:
 * they pay for one commit together. One that throws is rolled back alone. Serves the writer's
 * thread.
 */
final class GroupCommit {
  private final LongAdder commits = new LongAdder();

  /**
   * Does them all; whatever happens, each of them knows it afterwards. What fails for all of them,
   * the beginning or the commit, every one of them fails with.
   */
  void commit(Handle handle, List<WaitingUnit<?>> units) {
    try {
      // Not through JDBC, whose commit begins the next transaction at once: that may fail, and
      // what is committed must not be reported as failed.
      handle.execute("BEGIN IMMEDIATE");
      units.forEach(unit -> runAlone(handle, unit));
    } catch (RuntimeException | Error failure) {
      units.forEach(unit -> unit.fail(failure));
      rollBack(handle);
      return;
    }
    try {
      handle.execute("COMMIT");
      commits.increment();
    } catch (RuntimeException | Error failure) {
      rollBack(handle);
      units.forEach(unit -> unit.fail(new UncertainCommitException(failure)));
    }
  }

  /** How many transactions were committed so far. */
  long commits() {
    return commits.sum();
  }

  private static void runAlone(Handle handle, WaitingUnit<?> unit) {
    handle.execute("SAVEPOINT unit");
    try {
      unit.run(handle);
    } catch (RuntimeException | Error failure) {
      unit.fail(failure);
      try {
        handle.execute("ROLLBACK TO unit");
      } catch (RuntimeException gone) {
        // SQLite has rolled back everything by itself, as it does when the disk is full: then the
        // others of this transaction have failed as well.
        failure.addSuppressed(gone);
        throw failure;
      }
    }
    handle.execute("RELEASE unit");
  }

  private static void rollBack(Handle handle) {
    try {
      handle.execute("ROLLBACK");
    } catch (RuntimeException e) {
      // There is none to roll back: it never began, or SQLite has done it.
    }
  }
}
