package io.tillbot.core;

import io.tillbot.core.access.Place;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A message that this process has taken up, and nobody else has. For one thread. */
public final class Received {
  // The entrance's own name: whoever reads the log looks for the bot.
  private static final Logger LOG = LoggerFactory.getLogger(Bot.class);

  private final Function<UnaryOperator<Place>, Stepped> work;
  private final Runnable end;

  Received(Function<UnaryOperator<Place>, Stepped> work, Runnable end) {
    this.work = work;
    this.end = end;
  }

  /** Does what it asks for; to be called once. */
  public Stepped answer() {
    return answer(UnaryOperator.identity());
  }

  /**
   * Does what it asks for; to be called once.
   *
   * @param seen finds out what the message itself does not tell of its place, which may take a
   *     while: asked only when something is to be done. Never throws
   */
  public Stepped answer(UnaryOperator<Place> seen) {
    return work.apply(seen);
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
