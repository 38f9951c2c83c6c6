package io.tillbot.adapter.store;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.access.CredentialVaultContract;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

final class SqliteCredentialVaultTest extends CredentialVaultContract {
  @TempDir Path directory;
  private Store store;

  @Override
  protected CredentialVault emptyVault(Clock clock) {
    store = files().open(clock);
    return store.credentialVault();
  }

  @Override
  protected void moveRow(Caller from, Caller to) throws Exception {
    files().sql("UPDATE sealed SET owner = ? WHERE owner = ?", to.key(), from.key());
  }

  @AfterEach
  void close() {
    store.close();
  }

  private StoreFiles files() {
    return new StoreFiles(directory);
  }
}
