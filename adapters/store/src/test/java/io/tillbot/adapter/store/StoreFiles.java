package io.tillbot.adapter.store;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The files of one test's store, and ways to look at them and spoil them from outside. */
record StoreFiles(Path directory) implements StoreFixture {
  static final AccountName ACCOUNT = new AccountName("1001@whmcs_eu");

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-05-04T12:00:00Z"), ZoneOffset.UTC);

  Path database() {
    return directory.resolve("data/tillbot.db");
  }

  Path keyset() {
    return directory.resolve("keys/keyset.json");
  }

  SqlStore open() {
    return open(CLOCK);
  }

  @Override
  public StoreOptions options(Clock clock) {
    return new StoreOptions("jdbc:sqlite:" + database(), keyset(), clock);
  }

  SqlStore openWith(Duration patience) {
    return SqlStore.open(options(CLOCK).withPatience(patience));
  }

  @Override
  public Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + database());
  }

  byte[] bodyOf(Caller caller) throws SQLException {
    try (Connection connection = connect();
        var query = connection.prepareStatement("SELECT body FROM sealed WHERE owner = ?")) {
      query.setString(1, caller.key());
      try (var row = query.executeQuery()) {
        return row.next() ? row.getBytes(1) : new byte[0];
      }
    }
  }

  /** The database with its write-ahead log and whatever else lies beside it. */
  List<Path> databaseFiles() throws IOException {
    try (Stream<Path> files = Files.list(database().getParent())) {
      return files.sorted().toList();
    }
  }

  /** Whether any of the database's files holds these bytes. */
  boolean databaseHolds(byte[] bytes) throws IOException {
    String wanted = HexFormat.of().formatHex(bytes);
    for (Path file : databaseFiles()) {
      if (HexFormat.of().formatHex(Files.readAllBytes(file)).contains(wanted)) {
        return true;
      }
    }
    return false;
  }

  boolean databaseHolds(String text) throws IOException {
    return databaseHolds(text.getBytes(StandardCharsets.UTF_8));
  }
}
