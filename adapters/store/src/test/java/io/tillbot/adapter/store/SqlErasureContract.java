package io.tillbot.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.access.Platform;
import io.tillbot.core.access.Secret;
import io.tillbot.core.access.Workspace;
import io.tillbot.core.audit.Pseudonym;
import io.tillbot.core.operation.Operation;
import io.tillbot.core.port.ErasureContract;
import io.tillbot.core.port.SampleOperations;
import io.tillbot.core.port.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the tables promise besides, on either database. */
abstract class SqlErasureContract extends ErasureContract {
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
  void credentialsOfItsPeopleAreErasedSomeAtATimeAndNobodyElses() {
    Workspace team = new Workspace(Platform.SLACK, "T1");
    Caller first = new Caller(Platform.SLACK, "T1", "U1");
    Caller other = new Caller(Platform.SLACK, "T10", "U1");
    Credential credential = new Credential.ApiKey(Secret.of("fake-key"));
    CredentialVault vault = store.credentialVault();
    vault.store(first, HOME, credential);
    vault.store(first, WORK, credential);
    vault.store(other, HOME, credential);
    assertThat(vault.erase(team, 1)).isEqualTo(1);
    assertThat(vault.erase(team, 9)).isEqualTo(1);
    assertThat(vault.erase(team, 9)).isZero();
    assertThat(vault.links(first)).isEmpty();
    assertThat(vault.links(other)).hasSize(1);
  }

  @Test
  void theTableDoesNotNameWhoseAnOperationWas() throws Exception {
    Caller owner = new Caller(Platform.SLACK, "T1", "U-canary");
    Operation operation = SampleOperations.proposed(1, owner, HOME, NOON);
    store.write(
        unit -> {
          unit.operations().add(operation);
          Pseudonym pseudonym = unit.audit().named(owner);
          return unit.operations()
              .handOver(
                  operation.pseudonymous(_ -> new Caller(Platform.SLACK, "T1", pseudonym.value())),
                  owner);
        });
    assertThat(fixture.number("SELECT count(*) FROM operations WHERE owner LIKE '%canary%'"))
        .isZero();
  }
}
