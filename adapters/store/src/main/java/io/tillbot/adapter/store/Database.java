package io.tillbot.adapter.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one SQLite database: one thread writes, a few read, and nobody else calls into it. Safe for
 * many threads. What fails is a {@link StoreException} in plain words.
 */
final class Database implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Database.class);
  private static final int READERS = 4;
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);
  private static final Duration TRACE_PATIENCE = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final DatabaseFile file;
  private final Duration patience;
  private final SqliteTrouble trouble;
  private final Lane writers = new Lane("writer", 1, ANSWER_LIMIT);
  private final Lane readers = new Lane("reader", READERS, ANSWER_LIMIT);
  private final SqliteConnections connections;
  private final KeptConnections forWriting;
  private final KeptConnections forReading;
  private final Jdbi write;
  private final Jdbi read;

  /** Used by the writer's thread alone. */
  private boolean traceLeft;

  private Database(DatabaseFile file, Duration patience) {
    this.file = file;
    this.patience = patience;
    this.trouble = new SqliteTrouble(file);
    this.connections = new SqliteConnections(file, patience);
    this.forWriting = new KeptConnections(connections::open);
    this.forReading = new KeptConnections(connections::openForReading);
    this.write = jdbi(forWriting);
    this.read = jdbi(forReading);
  }

  /**
   * Opens the database and brings its tables up to date.
   *
   * @throws StoreException when it is damaged, another program's or a newer version's, or when
   *     another process is in the way for longer than the patience
   */
  static Database open(DatabaseFile file, Duration patience) {
    Database database = new Database(file, patience);
    try {
      database.prepare();
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** Reads what is committed. */
  <T> T read(HandleCallback<T, RuntimeException> query) {
    return plainly(readers, () -> read.withHandle(query));
  }

  /** Does a unit of work: it is durable on return, or nothing of it is kept. */
  <T> T write(HandleCallback<T, RuntimeException> unit) {
    return plainly(
        writers,
        () -> {
          T result = write.inTransaction(unit);
          if (traceLeft) {
            eraseTrace(Duration.ZERO);
          }
          return result;
        });
  }

  /**
   * Does a unit of work and removes what it deleted or replaced from the files as well: SQLite
   * overwrites it in the database, and its write-ahead log is emptied. Where another process that
   * is reading prevents the latter for longer than a second, the next write does it.
   */
  <T> T writeWithoutTrace(HandleCallback<T, RuntimeException> unit) {
    return plainly(
        writers,
        () -> {
          T result = write.inTransaction(unit);
          eraseTrace(TRACE_PATIENCE);
          return result;
        });
  }

  /** Ends what is being done and closes the files. */
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

  private void eraseTrace(Duration wait) {
    // The unit is committed: that its trace is still there must not be reported as its failure.
    try {
      traceLeft = !write.withHandle(handle -> connections.emptyLog(handle.getConnection(), wait));
    } catch (SQLException | RuntimeException e) {
      traceLeft = true;
    }
    if (traceLeft) {
      log.warn("The log of {} could not be emptied yet; the next write tries again", file);
    }
  }

  /** Switching to the write-ahead log does not wait for other processes, so it is tried again. */
  private void prepare() {
    Schema schema = new Schema(file, connections);
    long deadline = System.nanoTime() + patience.toNanos();
    plainly(
        writers,
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
        });
  }

  private <T> T plainly(Lane lane, Callable<T> work) {
    try {
      return lane.call(work);
    } catch (ExecutionException e) {
      throw trouble.explain(e.getCause() == null ? e : e.getCause());
    }
  }

  private static Jdbi jdbi(KeptConnections connections) {
    Jdbi jdbi = Jdbi.create(connections);
    // Neither callers nor what is sealed belong into a message or a flight recording. Of the
    // latter's parameters Jdbi keeps two brackets, and fails when told to keep less.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    jdbi.getConfig(SqlStatements.class).setJfrParamMaxLength(2);
    return jdbi;
  }
}
