package io.tillbot.adapter.store;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Handle;

/** Waits for units of work that began before. */
final class EarlierUnits {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private EarlierUnits() {}

  /**
   * Returns when every unit of work, of any process with the same database, has ended that had
   * begun when this was called.
   *
   * @throws StoreException when that takes longer than the limit
   */
  static void awaitEnd(Database database, Duration limit) {
    switch (database.dialect()) {
      case SQLITE -> {
        // Writes one unit at a time: the next one of ours comes after all that have begun.
      }
      case POSTGRESQL -> {
        OffsetDateTime now = database.read(EarlierUnits::now);
        long deadline = System.nanoTime() + limit.toNanos();
        while (database.read(handle -> begunBefore(handle, now)) > 0) {
          if (System.nanoTime() > deadline) {
            throw new StoreException(
                ("Somebody has kept a transaction open in the database %s for %d s and more:"
                        + " nothing was changed, try again when it has ended")
                    .formatted(database, limit.toSeconds()));
          }
          LockSupport.parkNanos(PAUSE.toNanos());
        }
      }
    }
  }

  private static OffsetDateTime now(Handle handle) {
    return handle.createQuery("SELECT clock_timestamp()").mapTo(OffsetDateTime.class).one();
  }

  private static int begunBefore(Handle handle, OffsetDateTime then) {
    return handle
        .createQuery(
            """
            SELECT count(*) FROM pg_stat_activity
            WHERE datname = current_database() AND backend_type = 'client backend'
              AND pid <> pg_backend_pid() AND xact_start < :then
            """)
        .bind("then", then)
        .mapTo(Integer.class)
        .one();
  }
}
