package io.tillbot.core.port;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.delivery.Destination;
import io.tillbot.core.reply.Outcome;

/** Posts replies where nobody waits for them any more. Safe for many threads. */
public interface Messenger {

  /** Where a reply stands beside the message that it answers. */
  enum Standing {
    /** In its place: its buttons have done what they were for. */
    IN_PLACE,
    /** A message of its own. */
    BESIDE
  }

  /**
   * Posts a reply for the one who waits at the destination, for nobody else to see.
   *
   * @throws RuntimeException when it could not be posted, with no address in its message
   */
  void post(Destination destination, Outcome outcome, Standing standing);

  /**
   * What the platform knows of a place beyond what a message told: its kind, and what the caller is
   * there. Never throws; what cannot be found out stays as it was told.
   */
  default Place seen(Caller caller, Place told) {
    return told;
  }
}
