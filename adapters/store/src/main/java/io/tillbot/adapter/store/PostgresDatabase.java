package io.tillbot.adapter.store;

import com.zaxxer.hikari.HikariDataSource;
import io.tillbot.core.access.Secret;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL database, which several processes share. Its driver waits in Java, so that calls are
 * made on the caller's thread, virtual or not.
 */
final class PostgresDatabase implements Database {
  private static final Logger log = LoggerFactory.getLogger(PostgresDatabase.class);

  private final PostgresAddress address;
  private final PostgresTrouble trouble;
  private final PostgresConnections connections;
  private final HikariDataSource pool;
  private final Jdbi jdbi;

  private PostgresDatabase(
      PostgresAddress address, PostgresConnections connections, PostgresTrouble trouble) {
    this.address = address;
    this.trouble = trouble;
    this.connections = connections;
    this.pool = connections.pool();
    this.jdbi = DiscreetJdbi.of(pool::getConnection);
  }

  /**
   * Opens the database and brings its tables up to date.
   *
   * @throws StoreException when it is not reached within the patience, refuses the user, or is
   *     another program's or a newer version's
   */
  static PostgresDatabase open(
      PostgresAddress address,
      @Nullable String user,
      @Nullable Secret password,
      Duration patience) {
    PostgresTrouble trouble = new PostgresTrouble(address);
    PostgresDatabase database;
    try {
      database =
          new PostgresDatabase(
              address, new PostgresConnections(address, user, password, patience), trouble);
    } catch (RuntimeException e) {
      throw trouble.explain(e);
    }
    try (Connection connection = database.pool.getConnection()) {
      new Schema(database).prepare(connection);
      return database;
    } catch (SQLException | RuntimeException e) {
      database.close();
      throw trouble.explain(e);
    }
  }

  @Override
  public <T> T read(HandleCallback<T, RuntimeException> query) {
    Handle handle = opened();
    try {
      handle.setReadOnly(true);
      return handle.inTransaction(query);
    } catch (RuntimeException e) {
      throw trouble.passOn(e);
    } finally {
      close(handle);
    }
  }

  @Override
  public <T> T write(HandleCallback<T, RuntimeException> unit) {
    Handle handle = opened();
    try {
      T result = uncommitted(handle, unit);
      commit(handle);
      return result;
    } catch (RuntimeException e) {
      throw trouble.passOn(e);
    } finally {
      close(handle);
    }
  }

  /** What was deleted stays in the files until PostgreSQL's next vacuum, and in its archives. */
  @Override
  public <T> T writeWithoutTrace(HandleCallback<T, RuntimeException> unit) {
    return write(unit);
  }

  @Override
  public <T> T readLong(HandleCallback<T, RuntimeException> query) {
    try (Handle handle = DiscreetJdbi.of(ownConnections()::getConnection).open()) {
      handle.setReadOnly(true);
      handle.setTransactionIsolationLevel(TransactionIsolationLevel.REPEATABLE_READ);
      handle.begin();
      // Whoever takes the rows may be slow.
      handle.execute("SET LOCAL idle_in_transaction_session_timeout = 0");
      handle.execute("SET LOCAL statement_timeout = 0");
      T result = query.withHandle(handle);
      handle.rollback();
      return result;
    } catch (RuntimeException e) {
      throw trouble.passOn(e);
    }
  }

  @Override
  public Dialect dialect() {
    return Dialect.POSTGRESQL;
  }

  @Override
  public DataSource ownConnections() {
    return connections.dataSource();
  }

  @Override
  public void close() {
    pool.close();
  }

  @Override
  public String toString() {
    return address.toString();
  }

  private Handle opened() {
    if (pool.isClosed()) {
      throw new StoreException("The store is closed");
    }
    try {
      return jdbi.open();
    } catch (RuntimeException e) {
      throw trouble.explain(e);
    }
  }

  private static <T> T uncommitted(Handle handle, HandleCallback<T, RuntimeException> unit) {
    handle.begin();
    try {
      return unit.withHandle(handle);
    } catch (RuntimeException | Error e) {
      try {
        handle.rollback();
      } catch (RuntimeException gone) {
        // Where there is no connection any more, the server rolls back.
        e.addSuppressed(gone);
      }
      throw e;
    }
  }

  private static void commit(Handle handle) {
    try {
      handle.commit();
    } catch (RuntimeException e) {
      throw PostgresTrouble.isRolledBack(e) ? e : new UncertainCommitException(e);
    }
  }

  /** That a connection cannot be given back says nothing about what was done on it. */
  private static void close(Handle handle) {
    try {
      handle.close();
    } catch (RuntimeException e) {
      log.warn("A connection of the store could not be given back", e);
    }
  }
}
