package io.tillbot.core.access;

import java.time.Instant;
import java.util.Optional;

/**
 * Keeps each caller's own credential, encrypted at rest with the caller as associated data: a row
 * that is moved to another caller does not open. Safe for many threads.
 *
 * <p>Infrastructure that fails (disk full, keyset gone) is a {@link VaultException}, whose message
 * never holds a credential.
 */
public interface CredentialVault {

  /** Keeps the credential in place of the caller's earlier one. It is durable on return. */
  void store(Caller caller, Credential credential);

  /** Opens the caller's credential, or nothing when none is kept. */
  Optional<Credential> open(Caller caller);

  /** When and as what the caller was linked, without opening the credential. */
  Optional<Link> link(Caller caller);

  /**
   * Erases the caller's credential, so that the database holds it no more.
   *
   * @return whether there was one
   */
  boolean erase(Caller caller);

  /** The kinds of credential. */
  enum Kind {
    TOKEN,
    API_KEY
  }

  /**
   * A caller's link as it may be shown.
   *
   * @param since when the credential was stored
   */
  record Link(Kind kind, Instant since) {}

  /** The vault cannot do its work: the store fails, or a credential does not open. */
  final class VaultException extends RuntimeException {
    public VaultException(String message) {
      super(message);
    }

    public VaultException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
