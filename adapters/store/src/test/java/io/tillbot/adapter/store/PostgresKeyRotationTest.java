package io.tillbot.adapter.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PostgresKeyRotationTest extends KeyRotationContract {
  @TempDir Path directory;
  private PostgresFixture fixture;

  @Override
  StoreFixture fixture() throws Exception {
    fixture = PostgresFixture.in(directory);
    return fixture;
  }

  @Test
  void aTransactionThatBeganBeforeIsWaitedForAndALaterOneIsNot() throws Exception {
    try (SqlStore store = fixture.open(Clock.systemUTC());
        Connection other = fixture.connect();
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("SELECT 1");

      assertThatThrownBy(() -> EarlierUnits.awaitEnd(store.database(), Duration.ofMillis(100)))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("kept a transaction open");

      other.commit();
      EarlierUnits.awaitEnd(store.database(), Duration.ZERO);
    }
  }
}
