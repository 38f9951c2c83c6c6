package io.tillbot.core.access;

import java.util.List;

/**
 * Where the bot was let in, sealed, within one unit of work. A row that is moved to another
 * workspace does not open. Infrastructure that fails is a {@link CredentialVault.VaultException}.
 */
public interface Installs {

  /** Keeps it in place of an earlier one of the same part of the workspace. */
  void put(Install install);

  /** Those of a workspace, the newest first; one that does not open is passed over. */
  List<Install> of(Workspace workspace);

  /**
   * Erases one.
   *
   * @return whether there was one
   */
  boolean remove(Workspace workspace, String part);
}
