package io.tillbot.core.access;

import java.time.Instant;
import java.util.Optional;

/**
 * A billing account that a workspace owns and not a person, for what the bot looks up by itself. No
 * command goes there.
 *
 * @param added who gave it to the workspace, and where; they are told when it serves no more. Empty
 *     when that cannot be read
 * @param state whether it serves
 * @param since when it was added, or came to serve no more
 */
public record ServiceAccount(
    Workspace owner, AccountName account, Optional<Added> added, State state, Instant since) {

  /**
   * How it came to its workspace.
   *
   * @param by who added it
   * @param channel where: the platform's id of the channel; empty where nobody else was
   */
  public record Added(Caller by, Optional<String> channel) {
    /** By somebody, at a place. */
    public static Added at(Place place, Caller by) {
      return new Added(
          by,
          switch (place.kind()) {
            case PRIVATE_CHANNEL, PUBLIC_CHANNEL -> Optional.of(place.id());
            case TERMINAL, DIRECT_MESSAGE -> Optional.empty();
          });
    }
  }

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
