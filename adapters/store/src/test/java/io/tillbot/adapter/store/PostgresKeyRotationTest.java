package io.tillbot.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillbot.core.access.TicketId;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PostgresKeyRotationTest extends KeyRotationContract {
  @TempDir Path directory;
  private PostgresFixture fixture;
  private Connection held;

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

  /** Whoever holds the row began after the look for earlier units, and may leave it as it was. */
  @Test
  void aRowThatSomebodyHoldsKeepsItsKey() throws Exception {
    SealedThings things = things(1);
    TicketId ticket = things.keepIn(store);
    rotation().add();
    Keyset old = keyset();
    rotation().promote();
    sealAgain(old, things);
    Database holding =
        beforeEachWrite(
            () -> {
              held = fixture.connect();
              held.setAutoCommit(false);
              try (var statement = held.createStatement()) {
                statement.execute("SELECT id FROM operations FOR UPDATE");
              }
            });

    try {
      assertRefused(() -> rotation(holding).retire(), "1 rows of the database");
    } finally {
      held.close();
    }

    assertThat(keyset().ids()).hasSize(2);
    things.assertOpenIn(store, ticket);
  }
}
