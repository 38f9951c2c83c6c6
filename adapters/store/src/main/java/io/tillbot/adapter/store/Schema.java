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
  static final int VERSION = 4;

  private static final String HISTORY = "flyway_schema_history";

  private enum Tables {
    NONE,
    OURS,
    OTHERS
  }

  private final Database database;

  Schema(Database database) {
    this.database = database;
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
              .formatted(database, found, VERSION));
    }
    if (found < VERSION) {
      Flyway.configure(Schema.class.getClassLoader())
          .dataSource(database.ownConnections())
          .locations("classpath:" + database.dialect().migrations())
          .table(HISTORY)
          .load()
          .migrate();
    }
  }

  private int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return switch (tables(statement)) {
        case NONE -> 0;
        case OURS -> newest(statement);
        case OTHERS ->
            throw new StoreException(
                "The database %s holds the tables of another program: name another one"
                    .formatted(database));
      };
    }
  }

  /** In one query, since another process may be making the tables right now. */
  private Tables tables(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "SELECT count(*), count(*) FILTER (WHERE name = '%s') FROM (%s) AS tables"
                .formatted(HISTORY, database.dialect().tables()))) {
      row.next();
      if (row.getInt(2) > 0) {
        return Tables.OURS;
      }
      return row.getInt(1) > 0 ? Tables.OTHERS : Tables.NONE;
    }
  }

  private static int newest(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "SELECT coalesce(max(CAST(version AS INTEGER)), 0) FROM %s WHERE success"
                .formatted(HISTORY))) {
      row.next();
      return row.getInt(1);
    }
  }
}
