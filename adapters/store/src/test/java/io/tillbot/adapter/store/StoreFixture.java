package io.tillbot.adapter.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** One test's store, and a way to look at its database and spoil it from outside. */
interface StoreFixture {

  /** Where the store is. */
  StoreOptions options(Clock clock);

  /** Opens the store; several may be open at once. */
  default SqlStore open(Clock clock) {
    return SqlStore.open(options(clock));
  }

  /** A connection as another program would have it. */
  Connection connect() throws SQLException;

  /** The file of the keyset. */
  Path keyset();

  default void sql(String statement, String... values) throws SQLException {
    try (Connection connection = connect();
        var prepared = connection.prepareStatement(statement)) {
      for (int n = 0; n < values.length; n++) {
        prepared.setString(n + 1, values[n]);
      }
      prepared.execute();
    }
  }

  /** The number that the query gives. */
  default int number(String query) throws SQLException {
    try (Connection connection = connect();
        var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return row.getInt(1);
    }
  }

  /** How many rows a table has. */
  default int rows(String table) {
    try {
      return number("SELECT count(*) FROM " + table);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every value of a table, as text. */
  default List<String> texts(String table) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Connection connection = connect();
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT * FROM " + table)) {
      while (row.next()) {
        for (int n = 1; n <= row.getMetaData().getColumnCount(); n++) {
          texts.add(String.valueOf(row.getString(n)));
        }
      }
    }
    return texts;
  }
}
