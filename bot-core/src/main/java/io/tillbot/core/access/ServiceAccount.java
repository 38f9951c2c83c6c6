package io.tillbot.core.access;

import java.time.Instant;
import java.util.Optional;

/**
 * A billing account that a workspace owns and not a person, for what the bot looks up by itself. No
 * command goes there.
 *
 * @param addedBy who gave it to the workspace, and is told when it serves no more; empty when that
 *     cannot be read
 * @param state whether it serves
 * @param since when it was added, or came to serve no more
 */
public record ServiceAccount(
    Workspace owner, AccountName account, Optional<Caller> addedBy, State state, Instant since) {

  /** Whether it serves. The names are kept in the store. */
  public enum State {
    /** It is looked up with. */
    ACTIVE,
    /** The billing system no longer accepts its key, which was erased. */
    REVOKED,
    /** Its row was damaged or moved: nothing is looked up with it, and it can only be removed. */
    UNREADABLE
  }

  /** Without the account's name, which holds the client's number. */
  @Override
  public String toString() {
    return "ServiceAccount[" + owner.key() + " " + state + "]";
  }
}
