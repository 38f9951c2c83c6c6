package io.tillbot.adapter.store;

import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.port.Jobs;
import io.tillbot.core.port.Store;
import io.tillbot.core.port.UnitOfWork;
import java.security.SecureRandom;
import java.util.function.Function;

/**
 * The durable state: one database, SQLite's or PostgreSQL's, and the keyset that seals what is
 * secret in it. Safe for many threads, and several processes may have the same store open.
 */
public final class SqlStore implements Store, AutoCloseable {
  private final Database database;
  private final SqlUnit.Means means;
  private final CredentialVault credentialVault;
  private final Jobs jobs;

  private SqlStore(Database database, Sealer sealer, StoreOptions options) {
    this.database = database;
    this.means = new SqlUnit.Means(sealer, options.clock(), new SecureRandom(), database.dialect());
    this.credentialVault = new SqlCredentialVault(database, sealer, options.clock());
    this.jobs = new ScheduledJobs(database, options.clock());
  }

  /**
   * Opens the store. An SQLite database and its keyset are made when there is neither; in a
   * PostgreSQL database only the tables are. Waits for other processes as long as the options
   * allow.
   *
   * @throws StoreException when the address is not understood, the database is damaged, too new or
   *     not to be reached, or when the keyset is missing, readable by others or another database's
   */
  public static SqlStore open(StoreOptions options) {
    return isPostgres(options) ? openPostgres(options) : openSqlite(options);
  }

  /**
   * Makes the keyset of the options, for a database that has none yet; the database is not looked
   * at.
   *
   * @throws StoreException when there is one, or it would lie beside the database
   */
  public static void createKeyset(StoreOptions options) {
    KeysetFile keyset = keysetOf(options);
    if (keyset.exists()) {
      throw new StoreException(
          "The keyset %s is there already, and what it sealed opens with no other: it stays as it is"
              .formatted(keyset));
    }
    keyset.create(Keyset.create().text());
  }

  /**
   * Does a stage of the rotation of the options' keys, while others may work with the store.
   *
   * @return what the stage gives
   * @throws StoreException when there is no keyset, or as {@link #open} and the stage do
   */
  public static <T> T rotateKeys(StoreOptions options, Function<KeyRotation, T> stage) {
    KeysetFile keyset = keysetOf(options);
    if (!keyset.exists()) {
      throw new StoreException(
          "There is no keyset %s whose keys could be changed: name it by TILLBOT_STORE_KEYSET_PATH"
              .formatted(keyset));
    }
    try (SqlStore store = open(options)) {
      return stage.apply(
          new KeyRotation(store.database, keyset, options.clock(), KeyRotation.NOTICED));
    }
  }

  private static KeysetFile keysetOf(StoreOptions options) {
    return isPostgres(options)
        ? new KeysetFile(options.keyset())
        : KeysetFile.apartFrom(DatabaseFile.of(options.url()), options.keyset());
  }

  private static SqlStore openSqlite(StoreOptions options) {
    DatabaseFile file = DatabaseFile.of(options.url());
    KeysetFile keyset = KeysetFile.apartFrom(file, options.keyset());
    file.prepare();
    return with(SqliteDatabase.open(file, options.patience()), keyset, options);
  }

  private static SqlStore openPostgres(StoreOptions options) {
    PostgresAddress address = PostgresAddress.of(options.url());
    return with(
        PostgresDatabase.open(address, options.user(), options.password(), options.patience()),
        new KeysetFile(options.keyset()),
        options);
  }

  private static SqlStore with(Database database, KeysetFile keyset, StoreOptions options) {
    try {
      Sealer sealer = new KeysetGuard(database, keyset, options.clock()).sealer();
      return new SqlStore(database, sealer, options);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private static boolean isPostgres(StoreOptions options) {
    return options.url().startsWith("jdbc:postgresql:");
  }

  @Override
  public <T> T write(Function<UnitOfWork, T> work) {
    return VaultFailures.translated(
        () -> database.write(handle -> work.apply(new SqlUnit(handle, means))));
  }

  @Override
  public <T> T writeWithoutTrace(Function<UnitOfWork, T> work) {
    return VaultFailures.translated(
        () -> database.writeWithoutTrace(handle -> work.apply(new SqlUnit(handle, means))));
  }

  @Override
  public <T> T read(Function<UnitOfWork, T> work) {
    return VaultFailures.translated(
        () -> database.read(handle -> work.apply(new SqlUnit(handle, means))));
  }

  /** Each caller's own credentials. */
  public CredentialVault credentialVault() {
    return credentialVault;
  }

  /** What comes round by itself; nothing runs before it is started. */
  public Jobs jobs() {
    return jobs;
  }

  /** Ends what is being written and lets go of the database; what was stored is durable. */
  @Override
  public void close() {
    database.close();
  }

  /** For the tests beside it. */
  Database database() {
    return database;
  }
}
