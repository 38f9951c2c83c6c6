package io.tillbot.core.port;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Workspace;
import io.tillbot.core.reply.Outcome;

/**
 * Tells people what they have not just asked for. What did not get there is logged by whoever
 * tried, without addresses. Safe for many threads; never throws.
 */
public interface Notices {
  /**
   * Tells a person, in their own conversation with the bot.
   *
   * @return whether it got there
   */
  boolean tell(Caller person, Outcome outcome);

  /**
   * Tells everybody in a channel; nothing personal may be on the card. Its buttons, where it has
   * any, serve whoever presses them, with that person's own rights.
   *
   * @param channel the platform's id of the channel
   * @return whether it got there
   */
  boolean announce(Workspace workspace, String channel, Outcome outcome);
}
