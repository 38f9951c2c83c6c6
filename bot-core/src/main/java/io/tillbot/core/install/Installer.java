package io.tillbot.core.install;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Install;
import io.tillbot.core.access.Platform;
import io.tillbot.core.access.TicketId;
import java.net.URI;

/** How a platform is asked whether the bot may come in. Safe for many threads. */
public interface Installer {

  Platform platform();

  /**
   * Where a browser is sent to be asked.
   *
   * @param state comes back with the answer
   */
  URI question(TicketId state);

  /** Trades the code with which a browser came back for what the bot needs; never throws. */
  Answer redeem(String code);

  /** What the platform says. */
  sealed interface Answer {

    /**
     * The bot is let in.
     *
     * @param name the workspace's, for people
     * @param by who has let it in
     */
    record LetIn(Install install, String name, Caller by) implements Answer {}

    /**
     * It is not.
     *
     * @param code the platform's own word for why
     */
    record Refused(String code) implements Answer {}

    /** The platform did not answer. */
    record NoAnswer() implements Answer {}
  }
}
