package io.tillbot.core.port;

import java.util.function.Function;

/**
 * The durable state. Safe for many threads and, where the database is shared, for many processes.
 * Infrastructure that fails is a {@link io.tillbot.core.access.CredentialVault.VaultException};
 * then nothing of the unit is kept, unless the message says that this is not known.
 */
public interface Store {

  /**
   * Does the work as one unit: when this returns, all of it is durable; when it throws, nothing.
   */
  <T> T write(Function<UnitOfWork, T> work);

  /**
   * The same, and where the database can see to it, what the work has deleted is nowhere in its
   * files afterwards.
   */
  default <T> T writeWithoutTrace(Function<UnitOfWork, T> work) {
    return write(work);
  }

  /** Looks at what is durable; the work must change nothing. */
  <T> T read(Function<UnitOfWork, T> work);
}
