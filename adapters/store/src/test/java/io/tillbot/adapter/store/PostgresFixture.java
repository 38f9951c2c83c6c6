package io.tillbot.adapter.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A database of its own on the one PostgreSQL that serves all tests of this process, and a keyset.
 * The next one takes its place.
 *
 * @param database its name
 * @param directory where the keyset is
 */
record PostgresFixture(String database, Path directory) implements StoreFixture {
  private static final String USER = "postgres";
  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final String TEMPLATE = "with_tables";

  /** Started when first asked for; it ends with the process. */
  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres postgres =
            EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("max_connections", "200")
                .setPGStartupWait(Duration.ofSeconds(50))
                .start();
        makeTemplate(postgres.getPort());
        return postgres;
      } catch (IOException | SQLException e) {
        throw new IllegalStateException("PostgreSQL does not start", e);
      }
    }

    private static void makeTemplate(int port) throws SQLException {
      execute(port, "CREATE DATABASE " + TEMPLATE);
      PostgresDatabase.open(
              PostgresAddress.of(address(port, TEMPLATE)), USER, null, Duration.ofSeconds(20))
          .close();
    }

    private static void execute(int port, String statement) throws SQLException {
      try (Connection connection = DriverManager.getConnection(address(port, USER), USER, "");
          var one = connection.createStatement()) {
        one.execute(statement);
      }
    }
  }

  /** A database with the tables, and a keyset for it. */
  static PostgresFixture in(Path directory) throws SQLException {
    PostgresFixture fixture = empty(directory, TEMPLATE);
    SqlStore.createKeyset(fixture.options(Clock.systemUTC()));
    return fixture;
  }

  /** A database without tables and no keyset. */
  static PostgresFixture emptyIn(Path directory) throws SQLException {
    return empty(directory, "template0");
  }

  private static PostgresFixture empty(Path directory, String template) throws SQLException {
    int number = NUMBERS.incrementAndGet();
    String name = "test" + number;
    int port = Server.POSTGRES.getPort();
    // The one before has served: a test has one at a time, and each is thousands of files.
    Server.execute(port, "DROP DATABASE IF EXISTS test%d WITH (FORCE)".formatted(number - 1));
    Server.execute(port, "CREATE DATABASE %s TEMPLATE %s".formatted(name, template));
    return new PostgresFixture(name, directory);
  }

  @Override
  public StoreOptions options(Clock clock) {
    return new StoreOptions(url(), keyset(), clock).as(USER, null);
  }

  String url() {
    return address(Server.POSTGRES.getPort(), database);
  }

  Path keyset() {
    return directory.resolve("keys/keyset.json");
  }

  @Override
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url(), USER, "");
  }

  void deleteKeyset() {
    try {
      Files.delete(keyset());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String address(int port, String database) {
    return "jdbc:postgresql://localhost:%d/%s".formatted(port, database);
  }
}
