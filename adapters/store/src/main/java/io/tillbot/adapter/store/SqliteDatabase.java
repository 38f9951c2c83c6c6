package io.tillbot.adapter.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one SQLite database: one thread writes, a few read, and nobody else calls into it. The writer
 * takes all units of work that wait and commits them together.
 */
final class SqliteDatabase implements Database {
  private static final Logger log = LoggerFactory.getLogger(SqliteDatabase.class);
  private static final int READERS = 4;

  /** Units in one transaction: enough for every burst, few enough for the first not to wait. */
  private static final int MOST_TOGETHER = 128;

  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);
  private static final Duration TRACE_PATIENCE = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final DatabaseFile file;
  private final Duration patience;
  private final SqliteTrouble trouble;
  private final Lane writers = new Lane("writer", 1, ANSWER_LIMIT);
  private final Lane readers = new Lane("reader", READERS, ANSWER_LIMIT);
  private final Queue<WaitingUnit<?>> waiting = new ConcurrentLinkedQueue<>();
  private final GroupCommit groupCommit = new GroupCommit();
  private final SqliteConnections connections;
  private final KeptConnections forWriting;
  private final KeptConnections forReading;
  private final Jdbi write;
  private final Jdbi read;

  /** Used by the writer's thread alone. */
  private boolean traceLeft;

  private SqliteDatabase(DatabaseFile file, Duration patience) {
    this.file = file;
    this.patience = patience;
    this.trouble = new SqliteTrouble(file);
    this.connections = new SqliteConnections(file, patience);
    this.forWriting = new KeptConnections(connections::open);
    this.forReading = new KeptConnections(connections::openForReading);
    this.write = DiscreetJdbi.of(forWriting);
    this.read = DiscreetJdbi.of(forReading);
  }

  /**
   * Opens the database and brings its tables up to date.
   *
   * @throws StoreException when it is damaged, another program's or a newer version's, or when
   *     another process is in the way for longer than the patience
   */
  static SqliteDatabase open(DatabaseFile file, Duration patience) {
    SqliteDatabase database = new SqliteDatabase(file, patience);
    try {
      database.prepare();
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  @Override
  public <T> T read(HandleCallback<T, RuntimeException> query) {
    try {
      return readers.call(() -> read.withHandle(query));
    } catch (ExecutionException e) {
      throw trouble.passOn(e);
    }
  }

  @Override
  public <T> T write(HandleCallback<T, RuntimeException> unit) {
    WaitingUnit<T> one = new WaitingUnit<>(unit);
    waiting.add(one);
    try {
      writers.execute(this::commitWaiting);
      return writers.await(one.answer());
    } catch (ExecutionException e) {
      throw trouble.passOn(e);
    } finally {
      waiting.remove(one);
    }
  }

  /**
   * SQLite overwrites what is deleted in the database, and its write-ahead log is emptied. Where
   * another process that is reading prevents the latter for longer than a second, the next write
   * does it.
   */
  @Override
  public <T> T writeWithoutTrace(HandleCallback<T, RuntimeException> unit) {
    WaitingUnit<T> one = new WaitingUnit<>(unit);
    try {
      writers.execute(() -> commitTogether(List.of(one), TRACE_PATIENCE));
      return writers.await(one.answer());
    } catch (ExecutionException e) {
      throw trouble.passOn(e);
    }
  }

  @Override
  public <T> T readLong(HandleCallback<T, RuntimeException> query) {
    try (Handle handle = DiscreetJdbi.of(connections::openForReading).open()) {
      // Not through JDBC, which would begin by taking the one writer's place.
      handle.execute("BEGIN DEFERRED");
      try {
        return query.withHandle(handle);
      } finally {
        handle.execute("ROLLBACK");
      }
    } catch (RuntimeException e) {
      throw trouble.passOn(e);
    }
  }

  @Override
  public Dialect dialect() {
    return Dialect.SQLITE;
  }

  @Override
  public DataSource ownConnections() {
    return connections.dataSource();
  }

  @Override
  public void close() {
    readers.close();
    writers.close();
    forReading.close();
    forWriting.close();
  }

  @Override
  public String toString() {
    return file.toString();
  }

  /** How many transactions of units of work were committed so far. */
  long commits() {
    return groupCommit.commits();
  }

  /** How many units of work wait for the writer now. */
  int waiting() {
    return waiting.size();
  }

  /** Comes once for each unit, and finds those done that an earlier turn has taken. */
  private void commitWaiting() {
    List<WaitingUnit<?>> units = new ArrayList<>();
    for (int n = 0; n < MOST_TOGETHER; n++) {
      WaitingUnit<?> unit = waiting.poll();
      if (unit == null) {
        break;
      }
      if (!unit.isAbandoned()) {
        units.add(unit);
      }
    }
    if (!units.isEmpty()) {
      commitTogether(units, Duration.ZERO);
    }
  }

  private void commitTogether(List<WaitingUnit<?>> units, Duration tracePatience) {
    boolean isErasing = !tracePatience.isZero();
    try (Handle handle = write.open()) {
      groupCommit.commit(handle, units);
      if (traceLeft || isErasing) {
        eraseTrace(handle, tracePatience);
      }
    } catch (RuntimeException | Error e) {
      units.forEach(unit -> unit.fail(e));
    } finally {
      units.forEach(WaitingUnit::end);
    }
  }

  private void eraseTrace(Handle handle, Duration wait) {
    // The units are committed: that a trace is still there must not be reported as their failure.
    try {
      traceLeft = !connections.emptyLog(handle.getConnection(), wait);
    } catch (SQLException | RuntimeException e) {
      traceLeft = true;
    }
    if (traceLeft) {
      log.warn("The log of {} could not be emptied yet; the next write tries again", file);
    }
  }

  /** Switching to the write-ahead log does not wait for other processes, so it is tried again. */
  private void prepare() {
    Schema schema = new Schema(this);
    long deadline = System.nanoTime() + patience.toNanos();
    Callable<Boolean> preparation =
        () -> {
          while (true) {
            try {
              write.useHandle(handle -> schema.prepare(handle.getConnection()));
              return true;
            } catch (SQLException | RuntimeException e) {
              if (!SqliteTrouble.isBusy(e) || System.nanoTime() > deadline) {
                throw e;
              }
              LockSupport.parkNanos(PAUSE.toNanos());
            }
          }
        };
    try {
      writers.call(preparation);
    } catch (ExecutionException e) {
      throw trouble.explain(e.getCause() == null ? e : e.getCause());
    }
  }
}
