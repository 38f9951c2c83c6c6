package io.tillbot.adapter.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import io.tillbot.core.access.Secret;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Opens connections on which every wait has a limit. */
final class PostgresConnections {
  private static final String DRIVER = "org.postgresql.Driver";

  /** How many units of work are done at once; more of them wait. */
  private static final int MOST = 10;

  private static final Duration CONNECTING = Duration.ofSeconds(5);
  private static final Duration STATEMENT = Duration.ofSeconds(15);
  private static final Duration IDLE_UNIT = Duration.ofSeconds(60);

  /** Longer than any statement, so that the server gives up first and says why. */
  private static final Duration ANSWER = Duration.ofSeconds(30);

  private final DataSource dataSource;
  private final Duration patience;

  PostgresConnections(
      PostgresAddress address,
      @Nullable String user,
      @Nullable Secret password,
      Duration patience) {
    this.patience = patience;
    this.dataSource =
        new DriverDataSource(
            address.url(),
            DRIVER,
            properties(patience),
            user,
            password == null ? null : password.reveal());
  }

  /** One connection at a time, for what needs no pool. */
  DataSource dataSource() {
    return dataSource;
  }

  /** What the address says of these matters more. */
  private static Properties properties(Duration patience) {
    Properties properties = new Properties();
    properties.setProperty("ApplicationName", "tillbot");
    properties.setProperty("connectTimeout", Long.toString(CONNECTING.toSeconds()));
    properties.setProperty("socketTimeout", Long.toString(ANSWER.toSeconds()));
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty(
        "options",
        "-c statement_timeout=%d -c lock_timeout=%d -c idle_in_transaction_session_timeout=%d -c default_transaction_isolation=read\\ committed"
            .formatted(STATEMENT.toMillis(), patience.toMillis(), IDLE_UNIT.toMillis()));
    return properties;
  }

  /**
   * The pool; it tries for the time of the patience to reach the server.
   *
   * @throws RuntimeException when it cannot
   */
  HikariDataSource pool() {
    HikariConfig config = new HikariConfig();
    config.setPoolName("store");
    config.setDataSource(dataSource);
    config.setMaximumPoolSize(MOST);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(Math.max(patience.toMillis(), 250));
    config.setInitializationFailTimeout(patience.toMillis());
    return new HikariDataSource(config);
  }
}
