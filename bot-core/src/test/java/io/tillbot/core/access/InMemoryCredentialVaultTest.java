package io.tillbot.core.access;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillbot.core.access.CredentialVault.VaultException;
import java.time.Clock;
import org.junit.jupiter.api.Test;

final class InMemoryCredentialVaultTest extends CredentialVaultContract {
  private InMemoryCredentialVault fake;

  @Override
  protected CredentialVault emptyVault(Clock clock) {
    fake = new InMemoryCredentialVault(clock);
    return fake;
  }

  @Override
  protected void moveRows(Caller from, Caller to) {
    fake.moveRows(from, to);
  }

  @Override
  protected void moveRow(Caller caller, AccountName from, AccountName to) {
    fake.moveRow(caller, from, to);
  }

  @Test
  void itFailsWhenTold() {
    fake.failWith("The disk is full");

    assertThatThrownBy(() -> fake.open(ANN))
        .isInstanceOf(VaultException.class)
        .hasMessage("The disk is full");
  }
}
