package io.tillbot.adapter.store;

import io.tillbot.core.access.AccountName;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.access.CredentialVaultContract;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

final class PostgresCredentialVaultTest extends CredentialVaultContract {
  @TempDir Path directory;
  private PostgresFixture fixture;
  private SqlStore store;

  @Override
  protected CredentialVault emptyVault(Clock clock) throws Exception {
    fixture = PostgresFixture.in(directory);
    store = fixture.open(clock);
    return store.credentialVault();
  }

  @Override
  protected void moveRows(Caller from, Caller to) throws Exception {
    fixture.sql("UPDATE sealed SET owner = ? WHERE owner = ?", to.key(), from.key());
  }

  @Override
  protected void moveRow(Caller caller, AccountName from, AccountName to) throws Exception {
    String name = to.equals(AccountName.UNNAMED) ? "" : to.value();
    fixture.sql(
        "UPDATE sealed SET name = ? WHERE owner = ? AND name = ?",
        name,
        caller.key(),
        from.value());
  }

  @AfterEach
  void close() {
    store.close();
  }
}
