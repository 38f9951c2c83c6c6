package io.tillbot.core.access;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * What a button or a form stands for while it waits to be used. Its facts may be private: it prints
 * as its purpose alone.
 *
 * @param owner the only one whom it serves
 * @param facts by names of our own
 * @param expires from when on it serves nobody, to the millisecond
 */
public record Ticket(Caller owner, Purpose purpose, Map<String, String> facts, Instant expires) {
  public Ticket {
    facts = Map.copyOf(facts);
    expires = expires.truncatedTo(ChronoUnit.MILLIS);
  }

  /** What a ticket is for; the names are kept in the store. */
  public enum Purpose {
    /** A change that was shown and waits for its owner's word. Serves once. */
    CONFIRMATION,
    /** A command that a button runs: a next page, a next step. Serves until it expires. */
    STEP,
    /**
     * The same on a card for everybody of a workspace, each with their own rights. Its owner stands
     * for them all.
     */
    OPEN_STEP,
    /**
     * The page on which its owner gives a credential. Serves once, and whoever holds its id: a
     * browser has no name.
     */
    LINK_PAGE,
    /** A credential that was given on the page and waits for the code that the page shows. */
    LINK_CODE,
    /** A browser that was sent to the platform to let the bot in, and comes back. Serves once. */
    INSTALL
  }

  @Override
  public String toString() {
    return "Ticket[" + purpose + "]";
  }
}
