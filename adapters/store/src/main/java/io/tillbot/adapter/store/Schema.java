package io.tillbot.adapter.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;

/**
 * Brings the tables to this version's form. Flyway takes a third of a second to start, so it is
 * asked only when its history table shows that there is something to do.
 */
final class Schema {
  /** The number of the newest migration; a test compares it with the files. */
  static final int VERSION = 1;

  static final String MIGRATIONS = "io/tillbot/adapter/store/migration/sqlite";
  private static final String HISTORY = "flyway_schema_history";

  private final DatabaseFile file;
  private final SqliteConnections connections;

  Schema(DatabaseFile file, SqliteConnections connections) {
    this.file = file;
    this.connections = connections;
  }

  /**
   * @param connection what to look through; the migrations take one of their own
   * @throws StoreException when the tables are a newer version's or another program's
   */
  void prepare(Connection connection) throws SQLException {
    int found = version(connection);
    if (found > VERSION) {
      throw new StoreException(
          ("The database %s was written by a newer version (its tables have version %d, this"
                  + " program knows %d): start the newer version, or put an older backup back")
              .formatted(file, found, VERSION));
    }
    if (found < VERSION) {
      Flyway.configure(Schema.class.getClassLoader())
          .dataSource(connections.dataSource())
          .locations("classpath:" + MIGRATIONS)
          .table(HISTORY)
          .load()
          .migrate();
    }
  }

  private int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (has(statement, "name = '" + HISTORY + "'")) {
        return number(
            statement,
            "SELECT coalesce(max(CAST(version AS INTEGER)), 0) FROM " + HISTORY + " WHERE success");
      }
      if (has(statement, "type = 'table'")) {
        throw new StoreException(
            "The database %s holds the tables of another program: name another file"
                .formatted(file));
      }
      return 0;
    }
  }

  private static boolean has(Statement statement, String condition) throws SQLException {
    return number(statement, "SELECT count(*) FROM sqlite_schema WHERE " + condition) > 0;
  }

  private static int number(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      return row.next() ? row.getInt(1) : 0;
    }
  }
}
