package io.tillbot.adapter.store;

import io.tillbot.core.access.CredentialVault.VaultException;
import java.util.function.Supplier;

/** The one place where the store's failures become those that the core knows. */
final class VaultFailures {
  private VaultFailures() {}

  static <T> T translated(Supplier<T> work) {
    try {
      return work.get();
    } catch (StoreException e) {
      throw new VaultException(String.valueOf(e.getMessage()), e);
    }
  }
}
