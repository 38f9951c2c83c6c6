package io.tillbot.adapter.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jdbi.v3.core.ConnectionFactory;

/** Keeps connections open between uses: never more than there are threads that use them. */
final class KeptConnections implements ConnectionFactory, AutoCloseable {
  /** Opens a connection. */
  interface Opener {
    Connection open() throws SQLException;
  }

  private final Opener opener;
  private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

  KeptConnections(Opener opener) {
    this.opener = opener;
  }

  @Override
  public Connection openConnection() throws SQLException {
    Connection kept = idle.pollFirst();
    return kept == null ? opener.open() : kept;
  }

  @Override
  public void closeConnection(Connection connection) {
    idle.addFirst(connection);
  }

  /** Closes those that are not in use. */
  @Override
  public void close() {
    for (Connection kept = idle.poll(); kept != null; kept = idle.poll()) {
      try {
        kept.close();
      } catch (SQLException e) {
        // What was committed is durable; there is nothing left to do for this one.
      }
    }
  }
}
