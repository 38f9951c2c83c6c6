package io.tillbot.adapter.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/**
 * Opens connections that are durable on commit, take the write lock when a transaction begins, wait
 * for other processes, and overwrite what they delete.
 */
final class SqliteConnections {
  private final DataSource dataSource;
  private final Duration patience;

  SqliteConnections(DatabaseFile file, Duration patience) {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(Math.toIntExact(patience.toMillis()));
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    config.setPragma(Pragma.SECURE_DELETE, "true");
    config.setGetGeneratedKeys(false);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl(file.jdbcUrl());
    this.dataSource = source;
    this.patience = patience;
  }

  Connection open() throws SQLException {
    return dataSource.getConnection();
  }

  /** A connection whose statements can change nothing. */
  Connection openForReading() throws SQLException {
    Connection connection = open();
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA query_only = true");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  DataSource dataSource() {
    return dataSource;
  }

  /**
   * Moves everything from the write-ahead log into the database and empties the log.
   *
   * @param wait how long to wait for another process that is reading; writers wait as long
   * @return whether it could
   */
  boolean emptyLog(Connection connection, Duration wait) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = " + wait.toMillis());
      try (ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
        return row.next() && row.getInt("busy") == 0;
      } finally {
        statement.execute("PRAGMA busy_timeout = " + patience.toMillis());
      }
    }
  }
}
