package io.tillbot.app;

import io.tillbot.core.delivery.Destination;
import io.tillbot.core.port.Messenger;
import io.tillbot.core.reply.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where no platform takes late answers: what became of a change is to be seen by {@code /billing
 * operations list}.
 */
final class NoLateAnswers implements Messenger {
  private static final Logger LOG = LoggerFactory.getLogger(NoLateAnswers.class);

  @Override
  public void repeat(Destination destination, Outcome outcome) {
    LOG.warn(
        "{}: a late answer ({}) could not be posted",
        destination,
        outcome.getClass().getSimpleName());
  }
}
