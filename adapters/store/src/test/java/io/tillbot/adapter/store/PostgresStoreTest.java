package io.tillbot.adapter.store;

import static io.tillbot.core.port.SampleOperations.proposed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.CredentialVault.VaultException;
import io.tillbot.core.access.Secret;
import io.tillbot.core.access.SteppedClock;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.operation.State;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Opening a PostgreSQL database, and what it does that SQLite does not. */
final class PostgresStoreTest {
  private static final Caller ANN = Caller.local("ann");
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  private static final Credential CREDENTIAL = new Credential.Token(Secret.of("fake-token"));

  @TempDir Path directory;
  private final SteppedClock clock = new SteppedClock(NOON);

  @Test
  void whatWasStoredIsThereForEveryReplica() throws Exception {
    PostgresFixture fixture = PostgresFixture.in(directory);
    try (SqlStore first = fixture.open(clock);
        SqlStore second = fixture.open(clock)) {
      first.credentialVault().store(ANN, StoreFiles.ACCOUNT, CREDENTIAL);

      assertThat(second.credentialVault().open(ANN)).contains(CREDENTIAL);
    }
  }

  @Test
  void replicasThatOpenAnEmptyDatabaseTogetherMakeTheTablesOnce() throws Exception {
    PostgresFixture fixture = PostgresFixture.emptyIn(directory);
    SqlStore.createKeyset(fixture.options(clock));
    List<SqlStore> stores = new ArrayList<>();
    try (var threads = Executors.newCachedThreadPool()) {
      Callable<SqlStore> opening = () -> fixture.open(clock);
      for (Future<SqlStore> one : threads.invokeAll(Collections.nCopies(3, opening))) {
        stores.add(one.get());
      }
    }
    stores.getFirst().credentialVault().store(ANN, StoreFiles.ACCOUNT, CREDENTIAL);

    assertThat(stores)
        .allSatisfy(store -> assertThat(store.credentialVault().open(ANN)).isPresent());
    stores.forEach(SqlStore::close);
    assertThat(fixture.number("SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()"))
        .as("audit, deliveries, operations, tickets, sealed, Flyway's and db-scheduler's")
        .isEqualTo(7);
  }

  @Test
  void noKeysetIsMadeByItself() throws Exception {
    PostgresFixture fixture = PostgresFixture.emptyIn(directory);

    assertRefused(fixture.options(clock), "./tillbot keys create");
    assertThat(fixture.keyset()).doesNotExist();
  }

  @Test
  void aKeysetIsMadeOnceAndNeverReplaced() throws Exception {
    PostgresFixture fixture = PostgresFixture.in(directory);

    assertThatThrownBy(() -> SqlStore.createKeyset(fixture.options(clock)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("is there already");
    fixture.open(clock).close();
  }

  @Test
  void aReplicaWithAnotherKeysetIsRefused() throws Exception {
    PostgresFixture fixture = PostgresFixture.in(directory);
    fixture.open(clock).close();
    PostgresFixture other =
        new PostgresFixture(fixture.database(), directory.resolve("another replica"));
    SqlStore.createKeyset(other.options(clock));

    assertRefused(other.options(clock), "does not fit the database");
  }

  @Test
  void aKeysetThatIsLostIsNotReplaced() throws Exception {
    PostgresFixture fixture = PostgresFixture.in(directory);
    fixture.open(clock).close();
    fixture.deleteKeyset();

    assertRefused(fixture.options(clock), "put it back from its backup");
  }

  @Test
  void anotherProgramsTablesAreLeftAlone() throws Exception {
    PostgresFixture fixture = PostgresFixture.emptyIn(directory);
    fixture.sql("CREATE TABLE invoices (id INTEGER)");

    assertRefused(fixture.options(clock), "tables of another program");
  }

  @Test
  void aNewerVersionsTablesAreRefused() throws Exception {
    PostgresFixture fixture = PostgresFixture.in(directory);
    fixture.sql(
        """
        INSERT INTO flyway_schema_history
          (installed_rank, version, description, type, script, installed_by, execution_time, success)
        VALUES (99, '99', 'future', 'SQL', 'V99__future.sql', 'test', 1, true)
        """);

    assertRefused(fixture.options(clock), "newer version");
  }

  @Test
  void aDatabaseThatIsNotThereIsNamed() throws Exception {
    PostgresFixture fixture = PostgresFixture.in(directory);
    PostgresFixture nowhere = new PostgresFixture("nowhere", directory);

    assertRefused(
        nowhere.options(clock).withPatience(Duration.ofMillis(1)), "/nowhere does not exist");
    assertThat(fixture.url()).isNotEqualTo(nowhere.url());
  }

  @Test
  void aServerThatIsNotThereIsNamed() {
    StoreOptions options =
        new StoreOptions("jdbc:postgresql://localhost:1/tillbot", directory.resolve("k/k"), clock)
            .as("ann", Secret.of("canary"))
            .withPatience(Duration.ofMillis(1));

    assertThatThrownBy(() -> SqlStore.open(options))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("localhost:1/tillbot cannot be reached")
        .hasMessageNotContaining("canary");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://ann:canary@db/tillbot",
        "jdbc:postgresql://db/tillbot?user=ann&password=canary",
        "jdbc:postgresql://db/tillbot?ssl=true&sslpassword=canary"
      })
  void anAddressMustNotHoldAUserOrAPassword(String url) {
    assertThatThrownBy(() -> SqlStore.open(new StoreOptions(url, directory, clock)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("TILLBOT_STORE_PASSWORD")
        .hasMessageNotContaining("canary");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql:",
        "jdbc:postgresql:tillbot",
        "jdbc:postgresql://db",
        "jdbc:postgresql://db/",
        "jdbc:postgresql:///tillbot",
        "jdbc:postgresql://db:port/tillbot"
      })
  void anAddressThatNamesNoServerAndDatabaseIsRefused(String url) {
    assertRefused(new StoreOptions(url, directory, clock), "expected jdbc:postgresql://HOST");
  }

  @Test
  void aWaitForAnotherUnitOfWorkHasALimit() throws Exception {
    PostgresFixture fixture = PostgresFixture.in(directory);
    try (SqlStore store =
            SqlStore.open(fixture.options(clock).withPatience(Duration.ofMillis(250)));
        Connection other = fixture.connect();
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE operations");

      assertThatThrownBy(() -> store.write(unit -> unit.operations().forgetUnconfirmed(NOON, 1)))
          .isInstanceOf(VaultException.class)
          .hasMessageContaining("is kept busy by others for too long: nothing was done");
    }
  }

  @Test
  void whoWouldBeTheSecondToBeSentWaitsForTheFirstAndIsToldNo() throws Exception {
    PostgresFixture fixture = PostgresFixture.in(directory);
    try (SqlStore store = fixture.open(clock);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Operation first = confirmed(store, 1);
      Operation second = confirmed(store, 2);
      CountDownLatch isFirst = new CountDownLatch(1);
      Future<Boolean> sending =
          threads.submit(
              () ->
                  store.write(
                      unit -> {
                        boolean isSaved = unit.operations().save(first.to(State.SENDING, NOON));
                        isFirst.countDown();
                        await().until(() -> waiters(fixture) == 1);
                        return isSaved;
                      }));
      isFirst.await();

      boolean isSecond =
          store.write(unit -> unit.operations().save(second.to(State.SENDING, NOON)));

      assertThat(sending.get()).isTrue();
      assertThat(isSecond).isFalse();
    }
  }

  private static Operation confirmed(SqlStore store, int number) {
    Operation operation = proposed(number, ANN, StoreFiles.ACCOUNT, NOON);
    return store.write(
        unit -> {
          unit.operations().add(operation);
          unit.operations().save(operation.to(State.CONFIRMED, NOON));
          return unit.operations().find(operation.id()).orElseThrow();
        });
  }

  private static int waiters(PostgresFixture fixture) throws SQLException {
    return fixture.number(
        """
        SELECT count(*) FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'
        """);
  }

  @Test
  void aConnectionThatBreaksIsReplaced() throws Exception {
    PostgresFixture fixture = PostgresFixture.in(directory);
    try (SqlStore store = fixture.open(clock)) {
      store.credentialVault().store(ANN, StoreFiles.ACCOUNT, CREDENTIAL);
      AtomicBoolean isBroken = new AtomicBoolean();

      assertThatThrownBy(
              () ->
                  store.write(
                      unit -> {
                        if (isBroken.compareAndSet(false, true)) {
                          breakConnections(fixture);
                        }
                        return unit.operations().forgetUnconfirmed(NOON, 1);
                      }))
          .isInstanceOf(VaultException.class);

      // One that was in use a moment ago is not tried before it is given out once more.
      await()
          .ignoreExceptionsInstanceOf(VaultException.class)
          .until(() -> store.credentialVault().open(ANN).isPresent());
    }
  }

  @Test
  void aReadChangesNothing() throws Exception {
    try (SqlStore store = PostgresFixture.in(directory).open(clock)) {
      assertThatThrownBy(
              () ->
                  store.read(
                      unit -> {
                        unit.operations().add(proposed(1, ANN, StoreFiles.ACCOUNT, NOON));
                        return true;
                      }))
          .isInstanceOf(VaultException.class);
    }
  }

  @Test
  void aClosedStoreSaysSo() throws Exception {
    SqlStore store = PostgresFixture.in(directory).open(clock);
    store.close();

    assertThatThrownBy(() -> store.credentialVault().open(ANN)).hasMessage("The store is closed");
    store.close();
  }

  private static void breakConnections(PostgresFixture fixture) {
    try {
      fixture.number(
          """
          SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
          WHERE datname = current_database() AND pid <> pg_backend_pid()
          """);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void assertRefused(StoreOptions options, String reason) {
    assertThatThrownBy(() -> SqlStore.open(options))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(reason);
  }
}
