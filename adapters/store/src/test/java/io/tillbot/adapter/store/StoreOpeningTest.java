package io.tillbot.adapter.store;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StoreOpeningTest {
  private static final Caller ANN = Caller.local("ann");
  private static final Credential CREDENTIAL = new Credential.Token(Secret.of("fake-token"));

  @TempDir Path directory;
  private StoreFiles files;

  @BeforeEach
  void name() {
    files = new StoreFiles(directory);
  }

  @Test
  void whatWasStoredIsThereAfterReopening() {
    fill();

    try (SqlStore store = files.open()) {
      assertThat(store.credentialVault().open(ANN)).contains(CREDENTIAL);
    }
  }

  @Test
  void everythingThatIsMadeIsTheOwnersAlone() throws Exception {
    try (SqlStore store = files.open()) {
      store.credentialVault().store(ANN, StoreFiles.ACCOUNT, CREDENTIAL);

      assertThat(files.databaseFiles())
          .hasSizeGreaterThan(1)
          .allSatisfy(
              file ->
                  assertThat(Files.getPosixFilePermissions(file))
                      .isEqualTo(fromString("rw-------")));
    }
    assertThat(Files.getPosixFilePermissions(files.keyset())).isEqualTo(fromString("rw-------"));
    for (Path made : new Path[] {files.keyset().getParent(), files.database().getParent()}) {
      assertThat(Files.getPosixFilePermissions(made)).isEqualTo(fromString("rwx------"));
    }
  }

  @Test
  void theTablesAreThoseOfTheDesignAndTheMigrationsOwn() throws Exception {
    fill();

    try (Connection connection = files.connect();
        var tables = connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
      var names = new ArrayList<String>();
      while (tables.next()) {
        names.add(tables.getString("TABLE_NAME"));
      }
      assertThat(names)
          .containsExactlyInAnyOrder(
              "audit",
              "deliveries",
              "operations",
              "tickets",
              "sealed",
              "flyway_schema_history",
              "scheduled_tasks");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "data/tillbot.db",
        "jdbc:mysql://db/x",
        "jdbc:sqlite:",
        "jdbc:sqlite::memory:",
        "jdbc:sqlite:file:x.db",
        "jdbc:sqlite:x.db?mode=ro",
        "jdbc:sqlite:x\0.db"
      })
  void anAddressThatNamesNoFileIsRefused(String url) {
    assertRefused(url, "expected jdbc:sqlite:PATH");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "rw-rw----", "rw----r--", "rwx------"})
  void aKeysetWithOtherModesIsRefused(String modes) throws Exception {
    fill();
    Files.setPosixFilePermissions(files.keyset(), fromString(modes));

    assertRefused("chmod 600 " + files.keyset());
  }

  @Test
  void aKeysetThatEvenTheOwnerCannotChangeIsFine() throws Exception {
    fill();
    Files.setPosixFilePermissions(files.keyset(), fromString("r--------"));

    files.open().close();
  }

  @Test
  void aKeysetsDirectoryThatIsOpenToOthersIsRefused() throws Exception {
    fill();
    Files.setPosixFilePermissions(files.keyset().getParent(), fromString("rwxr-xr-x"));

    assertRefused("chmod 700 " + files.keyset().getParent());
  }

  @Test
  void noKeysetIsMadeInADirectoryThatIsOpenToOthers() throws Exception {
    Files.createDirectory(files.keyset().getParent());
    Files.setPosixFilePermissions(files.keyset().getParent(), fromString("rwxr-xr-x"));

    assertRefused("chmod 700");
    assertThat(files.keyset()).doesNotExist();
  }

  @Test
  void aKeysetBesideTheDatabaseIsRefused() {
    Path beside = files.database().resolveSibling("keyset.json");
    var options = new StoreOptions("jdbc:sqlite:" + files.database(), beside, Clock.systemUTC());

    assertThatThrownBy(() -> SqlStore.open(options))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("a directory of its own");
  }

  @Test
  void aMissingKeysetIsNotReplacedWhenTheDatabaseNeedsIt() throws Exception {
    fill();
    Files.delete(files.keyset());

    assertRefused("is missing");
    assertThat(files.keyset()).doesNotExist();
  }

  @Test
  void anotherDatabasesKeysetIsRefused() throws Exception {
    fill();
    StoreFiles others = new StoreFiles(directory.resolve("other"));
    others.open().close();
    Files.copy(others.keyset(), files.keyset(), StandardCopyOption.REPLACE_EXISTING);

    assertRefused("does not fit the database");
  }

  @Test
  void aKeysetWithTheRightNameButAnotherKeySealsAndOpensNothing() throws Exception {
    fill();
    String keyset = Files.readString(files.keyset());
    // The first characters of the key's value hold its length; the next ones the key.
    int inTheKey = keyset.indexOf("\"value\":\"") + 20;
    char other = keyset.charAt(inTheKey) == 'A' ? 'B' : 'A';
    Files.writeString(
        files.keyset(), keyset.substring(0, inTheKey) + other + keyset.substring(inTheKey + 1));

    try (SqlStore store = files.open()) {
      assertThatThrownBy(() -> store.credentialVault().open(ANN))
          .hasMessageContaining("does not fit the database");
      assertThatThrownBy(() -> store.credentialVault().store(ANN, StoreFiles.ACCOUNT, CREDENTIAL))
          .hasMessageContaining("does not fit the database");
    }
  }

  @Test
  void aKeysetThatWasPreparedIsTakenForAnEmptyDatabase() throws Exception {
    files.open().close();
    String prepared = Files.readString(files.keyset());
    Files.delete(files.database());

    fill();

    assertThat(Files.readString(files.keyset())).isEqualTo(prepared);
  }

  @Test
  void aPreparedKeysetThatIsDamagedIsRefused() throws Exception {
    files.open().close();
    Files.delete(files.database());
    Files.writeString(files.keyset(), "{\"primaryKeyId\":1");

    assertRefused("is damaged");
  }

  @Test
  void sealedRowsWithoutAFingerprintAreRefused() throws Exception {
    fill();
    files.sql("DELETE FROM sealed WHERE kind = 'keyset'");

    assertRefused("not the fingerprint");
  }

  @Test
  void aFileThatIsNoDatabaseIsRefused() throws Exception {
    Files.createDirectories(files.database().getParent());
    Files.writeString(files.database(), "This is not a database. ".repeat(100));

    assertRefused("is damaged or no SQLite database");
  }

  @Test
  void aDatabaseThatIsDamagedInsideIsRefused() throws Exception {
    fill();
    byte[] bytes = Files.readAllBytes(files.database());
    Arrays.fill(bytes, 100, bytes.length, (byte) 0x5a);
    Files.write(files.database(), bytes);

    assertRefused("is damaged or no SQLite database");
  }

  @Test
  void anotherProgramsDatabaseIsLeftAlone() throws Exception {
    Files.createDirectories(files.database().getParent());
    files.sql("CREATE TABLE invoices (id INTEGER)");

    assertRefused("another program");
  }

  @Test
  void aNewerVersionsDatabaseIsRefused() throws Exception {
    fill();
    files.sql(
        """
        INSERT INTO flyway_schema_history
          (installed_rank, version, description, type, script, installed_by, execution_time, success)
        VALUES (99, '99', 'future', 'SQL', 'V99__future.sql', 'test', 1, 1)
        """);

    assertRefused("newer version (its tables have version 99, this program knows 4)");
  }

  @Test
  void aDirectoryWhereNothingCanBeMadeIsNamed() throws Exception {
    Files.writeString(directory.resolve("data"), "a file where the directory should be");

    assertRefused("data");
  }

  @Test
  void aDatabaseThatAnotherProcessKeepsLockedIsNamedAsBusy() throws Exception {
    fill();
    try (Connection other = files.connect();
        var statement = other.createStatement()) {
      statement.execute("PRAGMA locking_mode = EXCLUSIVE");
      statement.execute("BEGIN EXCLUSIVE");

      assertThatThrownBy(() -> files.openWith(Duration.ofMillis(50)))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("kept busy by another process");
    }
  }

  @Test
  void aClosedStoreSaysSo() {
    SqlStore store = files.open();
    store.close();

    assertThatThrownBy(() -> store.credentialVault().open(ANN)).hasMessage("The store is closed");
    store.close();
  }

  private void fill() {
    try (SqlStore store = files.open()) {
      store.credentialVault().store(ANN, StoreFiles.ACCOUNT, CREDENTIAL);
    }
  }

  private void assertRefused(String reason) {
    assertRefused("jdbc:sqlite:" + files.database(), reason);
  }

  private void assertRefused(String url, String reason) {
    var options = new StoreOptions(url, files.keyset(), Clock.systemUTC());
    assertThatThrownBy(() -> SqlStore.open(options))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(reason);
  }
}
