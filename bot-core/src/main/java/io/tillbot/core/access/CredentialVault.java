package io.tillbot.core.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps each caller's own credentials, one for each of their accounts, encrypted at rest with
 * caller and account as associated data: a row that is moved to another caller or account does not
 * open. At most one of a caller's accounts is in use; that is where their commands go. Safe for
 * many threads.
 *
 * <p>Infrastructure that fails (disk full, keyset gone) is a {@link VaultException}, whose message
 * never holds a credential.
 */
public interface CredentialVault {

  /**
   * Keeps the credential in place of that account's earlier one, and of an {@linkplain
   * AccountName#UNNAMED unnamed} account; the account is the one in use from now on. It is durable
   * on return.
   */
  void store(Caller caller, AccountName account, Credential credential);

  /** Opens the credential of one of the caller's accounts, in use or not. */
  Optional<Credential> open(Caller caller, AccountName account);

  /** Which of the caller's accounts is in use; none when none was chosen since one was erased. */
  Optional<AccountName> inUse(Caller caller);

  /** All that the caller is linked to, by name, without opening a credential. */
  List<Link> links(Caller caller);

  /**
   * Puts one of the caller's accounts to use, in place of the one that is. It is durable on return.
   *
   * @return whether the caller has such an account; otherwise nothing changes
   */
  boolean use(Caller caller, AccountName account);

  /**
   * Erases the account's credential, so that the database holds it no more. When it was in use,
   * none is afterwards: a command must never go to another account without being told to.
   *
   * @return whether there was one
   */
  boolean erase(Caller caller, AccountName account);

  /**
   * Erases some of the credentials of a workspace's people, so that the database holds them no
   * more.
   *
   * @return how many they were; fewer than the most when none is left
   */
  int erase(Workspace workspace, int most);

  /** Opens the credential in use, or nothing when none is. */
  default Optional<Credential> open(Caller caller) {
    return inUse(caller).flatMap(account -> open(caller, account));
  }

  /** The link in use. */
  default Optional<Link> link(Caller caller) {
    return inUse(caller)
        .flatMap(
            account ->
                links(caller).stream().filter(link -> link.account().equals(account)).findFirst());
  }

  /** Whether the caller has any account, in use or not. */
  default boolean isLinked(Caller caller) {
    return !links(caller).isEmpty();
  }

  /** Erases the credential in use. */
  default boolean erase(Caller caller) {
    return inUse(caller).filter(account -> erase(caller, account)).isPresent();
  }

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
  record Link(AccountName account, Kind kind, Instant since) {}

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
