package io.tillbot.core.access;

import java.time.Instant;

/**
 * A billing account that a workspace owns and not a person, for what the bot looks up by itself. No
 * command goes there.
 *
 * @param addedBy who gave it to the workspace, and is told when it serves no more
 * @param state whether it serves
 * @param since when it was added, or came to serve no more
 */
public record ServiceAccount(
    Workspace owner, AccountName account, Caller addedBy, State state, Instant since) {

  /** Whether it serves. The names are kept in the store. */
  public enum State {
    /** It is looked up with. */
    ACTIVE,
    /** The billing system no longer accepts its key, which was erased. */
    REVOKED
  }

  @Override
  public String toString() {
    return "ServiceAccount[" + owner.key() + " " + account + " " + state + "]";
  }
}
