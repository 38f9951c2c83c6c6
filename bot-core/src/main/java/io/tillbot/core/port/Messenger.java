package io.tillbot.core.port;

import io.tillbot.core.delivery.Destination;
import io.tillbot.core.reply.Outcome;

/** Posts replies where nobody waits for them any more. Safe for many threads. */
public interface Messenger {

  /**
   * Answers a message once more: the process that took it up did not say whether its own answer
   * arrived. The reader is told that it is a repeated answer.
   *
   * @throws RuntimeException when it could not be posted, with no address in its message
   */
  void repeat(Destination destination, Outcome outcome);
}
