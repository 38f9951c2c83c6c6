package io.tillbot.adapter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Whether some process does the jobs: one of them does nothing, every few seconds, and db-scheduler
 * notes when it was last done. That is judged by the clock of whoever asks: two machines whose
 * clocks are half a minute apart misunderstand each other.
 */
final class SignOfLife {
  static final String JOB = "sign-of-life";
  static final Duration EVERY = Duration.ofSeconds(5);
  private static final Duration FRESH = Duration.ofSeconds(30);

  private final Database database;
  private final Clock clock;

  SignOfLife(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  boolean isFresh() {
    Instant now = clock.instant();
    return last().filter(then -> now.isBefore(then.plus(FRESH))).isPresent();
  }

  /** Says that this process has stopped; another one gives the next sign within seconds. */
  void takeBack() {
    database.write(
        handle ->
            handle
                .createUpdate(
                    "UPDATE scheduled_tasks SET last_success = NULL WHERE task_name = :job")
                .bind("job", JOB)
                .execute());
  }

  private Optional<Instant> last() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT last_success FROM scheduled_tasks
                    WHERE task_name = :job AND last_success IS NOT NULL
                    """)
                .bind("job", JOB)
                .map(SignOfLife::instant)
                .findFirst());
  }

  private static Instant instant(ResultSet row, StatementContext context) throws SQLException {
    Timestamp timestamp = row.getTimestamp("last_success");
    return timestamp.toInstant();
  }
}
