package io.tillbot.core.access;

import java.util.List;
import java.util.Optional;

/**
 * The workspaces' own accounts, within one unit of work. A row that is moved to another workspace
 * or account does not open. Infrastructure that fails is a {@link CredentialVault.VaultException}.
 */
public interface ServiceAccounts {
  /** A workspace may have so many. */
  int MOST = 20;

  /** Keeps an account, in place of one of the same name; it is active from now on. */
  void add(Workspace owner, AccountName account, Credential.ApiKey key, ServiceAccount.Added added);

  /** Those of a workspace, by their names; the unreadable ones too. */
  List<ServiceAccount> of(Workspace owner);

  /** The active ones of every workspace. */
  List<ServiceAccount> active();

  /**
   * The key of an active one. For the bot's own lookups and nothing else: whoever opens it here
   * looks up for the whole workspace, and no person's rights are asked.
   */
  Optional<Credential.ApiKey> open(Workspace owner, AccountName account);

  /**
   * It serves no more: its key is erased, that it was there is kept.
   *
   * @param tried the key that is refused; another one that is kept by now stays
   * @return whether it was active with that key
   */
  boolean revoke(Workspace owner, AccountName account, Credential.ApiKey tried);

  /** Those that serve no more, about which nobody has been told yet. */
  List<ServiceAccount> untold();

  /** Somebody was told that it serves no more. */
  void told(Workspace owner, AccountName account);

  /**
   * Erases it, whether it can be read or not.
   *
   * @return whether there was one
   */
  boolean remove(Workspace owner, AccountName account);

  /**
   * Erases some of a workspace's, whether they can be read or not.
   *
   * @return how many they were; fewer than the most when none is left
   */
  int erase(Workspace owner, int most);
}
