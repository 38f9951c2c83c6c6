package io.tillbot.core;

import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One correlation id and one line of log per command, and no exception beyond it. */
final class Guard {
  // The entrance's own name: whoever reads the log looks for the bot.
  private static final Logger LOG = LoggerFactory.getLogger(Bot.class);

  private final Clock clock;
  private final Supplier<CorrelationId> correlations;

  Guard(Clock clock, Supplier<CorrelationId> correlations) {
    this.clock = clock;
    this.correlations = correlations;
  }

  /** Finds out what is to be done, and does it. */
  Answer answer(Supplier<Task> preparation) {
    CorrelationId correlation = correlations.get();
    Instant start = clock.instant();
    String command = "unread";
    Outcome outcome;
    Answer.Use use = Answer.Use.TURNED_AWAY;
    try {
      Task task = preparation.get();
      command = task.name();
      use = task.use();
      outcome = task.work().get();
    } catch (CredentialVault.VaultException broken) {
      // Its message is made for an operator and never holds a credential.
      LOG.error("command={} correlation={}: {}", command, correlation, broken.getMessage(), broken);
      outcome = brokenHere(correlation);
    } catch (RuntimeException bug) {
      LOG.error("command={} correlation={} failed", command, correlation, bug);
      outcome = brokenHere(correlation);
    }
    LOG.info(
        "command={} outcome={} ms={} correlation={}",
        command,
        outcome.getClass().getSimpleName(),
        Duration.between(start, clock.instant()).toMillis(),
        correlation);
    return new Answer(outcome, correlation, use);
  }

  private static Outcome brokenHere(CorrelationId correlation) {
    return new Outcome.Unavailable(
        Reply.card(Text.of("bot.broken"))
            .tone(Tone.BAD)
            .body(Text.of("bot.broken-what-to-do", Value.data(correlation.value())))
            .build());
  }
}
