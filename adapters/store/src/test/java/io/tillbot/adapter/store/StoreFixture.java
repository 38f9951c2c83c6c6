package io.tillbot.adapter.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;

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
}
