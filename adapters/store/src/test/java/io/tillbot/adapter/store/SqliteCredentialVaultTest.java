package io.tillbot.adapter.store;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.access.CredentialVaultContract;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

final class SqliteCredentialVaultTest extends CredentialVaultContract {
  @TempDir Path directory;
  private SqlStore store;

  @Override
  protected CredentialVault emptyVault(Clock clock) {
    store = files().open(clock);
    return store.credentialVault();
  }

  @Override
  protected void moveRows(Caller from, Caller to) throws Exception {
    files().sql("UPDATE sealed SET owner = ? WHERE owner = ?", to.key(), from.key());
  }

  @Override
  protected void moveRow(Caller caller, AccountName from, AccountName to) throws Exception {
    String name = to.equals(AccountName.UNNAMED) ? "" : to.value();
    files()
        .sql(
            "UPDATE sealed SET name = ? WHERE owner = ? AND name = ?",
            name,
            caller.key(),
            from.value());
  }

  @AfterEach
  void close() {
    store.close();
  }

  private StoreFiles files() {
    return new StoreFiles(directory);
  }
}
