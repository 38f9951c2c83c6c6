package io.tillbot.adapter.discord;

import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/** A message that is ready to be sent, and where it belongs. */
record Answered(MessageCreateData message, Position position) {

  /** Where an answer goes. */
  enum Position {
    /** Where the person waits for it: a message of its own, or the pressed button's message. */
    IN_PLACE,
    /** Beside the pressed button's message, which stays as it is. */
    BESIDE
  }
}
