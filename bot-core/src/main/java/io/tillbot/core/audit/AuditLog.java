package io.tillbot.core.audit;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Workspace;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The audit trail, within one unit of work. Rows are added and never changed; each is bound to the
 * one before it, so that a change from outside is found. Infrastructure that fails is a {@link
 * io.tillbot.core.access.CredentialVault.VaultException}.
 */
public interface AuditLog {

  /**
   * Adds a row. A {@linkplain Actor.Person person} gets a pseudonym with their first one. To be the
   * last thing that a unit of work does: other processes may wait for it.
   */
  void append(AuditEntry entry);

  /** By which pseudonym somebody is known here; empty when they are not. */
  Optional<Pseudonym> pseudonym(Caller caller);

  /** The same, which they are given when they have none. */
  Pseudonym named(Caller caller);

  /**
   * Forgets who some of a workspace's people are; their rows stay, and nobody can tell whose they
   * were.
   *
   * @return how many they were; fewer than the most when none is left
   */
  int forget(Workspace workspace, int most);

  /** Who is behind those of the pseudonyms whose people are still known. */
  Map<Pseudonym, Caller> behind(Collection<Pseudonym> pseudonyms);

  /**
   * The newest rows that the filter wants, the newest first; what cannot be read is passed over.
   */
  AuditPage newest(AuditFilter filter, int most);

  /** How far each chain has come, by the chains' names. */
  List<ChainHead> heads();
}
