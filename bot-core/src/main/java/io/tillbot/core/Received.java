package io.tillbot.core;

import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A message that this process has taken up, and nobody else has. For one thread. */
public final class Received {
  // The entrance's own name: whoever reads the log looks for the bot.
  private static final Logger LOG = LoggerFactory.getLogger(Bot.class);

  private final Supplier<Stepped> work;
  private final Runnable end;

  Received(Supplier<Stepped> work, Runnable end) {
    this.work = work;
    this.end = end;
  }

  /** Does what it asks for; to be called once. */
  public Stepped answer() {
    return work.get();
  }

  /**
   * Its answer was handed to the platform. Never throws: where that cannot be written down, as when
   * the process dies before it, the message is answered again.
   */
  public void answered() {
    try {
      end.run();
    } catch (RuntimeException broken) {
      LOG.warn("an answer that was given is given again: that it was, could not be kept", broken);
    }
  }
}
