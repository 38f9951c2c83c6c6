package io.tillbot.adapter.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillbot.core.access.Credential;
import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.access.Secret;
import io.tillbot.core.port.ServiceAccountsContract;
import io.tillbot.core.port.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the table promises besides, on either database. */
abstract class SqlServiceAccountsContract extends ServiceAccountsContract {
  private StoreFixture fixture;
  private SqlStore store;

  abstract StoreFixture fixture() throws Exception;

  @Override
  protected final Store emptyStore() throws Exception {
    fixture = fixture();
    store = fixture.open(clock);
    return store;
  }

  @AfterEach
  final void close() {
    store.close();
  }

  @Test
  void oneThatIsMovedToAnotherWorkspaceDoesNotOpen() throws Exception {
    add(TEAM, HOME);
    fixture.sql("UPDATE sealed SET owner = ? WHERE owner = ?", OTHERS.key(), TEAM.key());
    assertThatThrownBy(() -> open(OTHERS, HOME)).isInstanceOf(CredentialVault.VaultException.class);
  }

  @Test
  void onePersonsCredentialIsNoServiceAccount() throws Exception {
    store.credentialVault().store(ANN, HOME, new Credential.ApiKey(Secret.of("fake-key-of-ann")));
    fixture.sql(
        "UPDATE sealed SET kind = 'service-account', owner = ?, label = 'ACTIVE' WHERE owner = ?",
        TEAM.key(),
        ANN.key());
    assertThatThrownBy(() -> open(TEAM, HOME)).isInstanceOf(CredentialVault.VaultException.class);
  }
}
