package io.tillbot.adapter.discord;

import io.tillbot.core.reply.Outcome;
import java.util.Locale;
import java.util.Optional;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/**
 * A message that is ready to be sent, and where it belongs.
 *
 * @param modal what may be shown instead, as a first response alone
 * @param told what the message says, for where it has to be said elsewhere
 */
record Answered(MessageCreateData message, Position position, Optional<Modal> modal, Telling told) {

  Answered(MessageCreateData message, Position position, Telling told) {
    this(message, position, Optional.empty(), told);
  }

  /** The same, with a modal in its place where that is still possible. */
  Answered orAs(Modal instead) {
    return new Answered(message, position, Optional.of(instead), told);
  }

  /** Where an answer goes. */
  enum Position {
    /** Where the person waits for it: a message of its own, or the pressed button's message. */
    IN_PLACE,
    /** Beside the pressed button's message, which stays as it is. */
    BESIDE,
    /** Where everybody in the channel sees it, because its owner wants them to. */
    FOR_EVERYBODY
  }

  /**
   * What somebody is told.
   *
   * @param user their id
   * @param channel the id of the channel where they asked
   */
  record Telling(String user, String channel, Outcome outcome, Locale locale) {}
}
