package io.tillbot.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillbot.core.access.Credential;
import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.access.Secret;
import io.tillbot.core.access.ServiceAccount;
import io.tillbot.core.port.ServiceAccountsContract;
import io.tillbot.core.port.Store;
import java.util.Optional;
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
  void aDamagedOneIsShownAndStopsNoOther() throws Exception {
    add(TEAM, HOME);
    add(TEAM, WORK);
    add(OTHERS, WORK);
    damage("body = substr(body, 1, 40)");

    assertThat(all()).containsExactlyInAnyOrder(active(TEAM, WORK), active(OTHERS, WORK));
    assertThat(of(TEAM)).containsExactly(unreadable(), active(TEAM, WORK));
    assertThat(of(OTHERS)).containsExactly(active(OTHERS, WORK));
    assertThat(revoke(TEAM, HOME, key(HOME))).isFalse();

    assertThat(remove(TEAM, HOME)).isTrue();
    assertThat(of(TEAM)).containsExactly(active(TEAM, WORK));
  }

  @Test
  void oneWhoseStateWasChangedByHandIsUnreadableUntilItIsAddedAgain() throws Exception {
    add(TEAM, HOME);
    damage("label = 'PAUSED'");

    assertThat(all()).isEmpty();
    assertThat(of(TEAM)).containsExactly(unreadable());

    add(TEAM, HOME);
    assertThat(all()).containsExactly(active(TEAM, HOME));
  }

  private void damage(String change) throws Exception {
    fixture.sql(
        "UPDATE sealed SET " + change + " WHERE owner = ? AND name = ?", TEAM.key(), HOME.value());
  }

  private static ServiceAccount unreadable() {
    return new ServiceAccount(TEAM, HOME, Optional.empty(), ServiceAccount.State.UNREADABLE, NOON);
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
