package io.tillbot.adapter.store;

import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.access.Tickets;

/**
 * The durable state: one database and the keyset that seals what is secret in it. Safe for many
 * threads, and several processes may have the same store open.
 */
public final class Store implements AutoCloseable {
  private final Database database;
  private final CredentialVault credentialVault;
  private final Tickets tickets;

  private Store(Database database, CredentialVault credentialVault, Tickets tickets) {
    this.database = database;
    this.credentialVault = credentialVault;
    this.tickets = tickets;
  }

  /**
   * Opens the store, and makes database and keyset when there is neither. Waits for other processes
   * as long as the options allow.
   *
   * @throws StoreException when the address is not understood, the database is damaged, too new or
   *     not to be reached, or when the keyset is missing, readable by others or another database's
   */
  public static Store open(StoreOptions options) {
    DatabaseFile file = DatabaseFile.of(options.url());
    KeysetFile keyset = new KeysetFile(options.keyset(), file);
    file.prepare();
    Database database = Database.open(file, options.patience());
    try {
      Sealer sealer = new KeysetGuard(database, keyset, options.clock()).sealer();
      return new Store(
          database,
          new SqliteCredentialVault(database, sealer, options.clock()),
          new SqliteTickets(database, sealer, options.clock()));
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** Each caller's own credentials. */
  public CredentialVault credentialVault() {
    return credentialVault;
  }

  /** What buttons and forms stand for. */
  public Tickets tickets() {
    return tickets;
  }

  /** Ends what is being written and closes the files; what was stored is durable without it. */
  @Override
  public void close() {
    database.close();
  }
}
