package io.tillbot.core;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.access.Place;
import io.tillbot.core.audit.Act;
import io.tillbot.core.audit.Trail;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One correlation id, one line of log and one row of the audit trail per command, and no exception
 * beyond it. What cannot be written down is not done; when it is done already, it is told.
 */
final class Guard {
  // The entrance's own name: whoever reads the log looks for the bot.
  private static final Logger LOG = LoggerFactory.getLogger(Bot.class);

  private final Clock clock;
  private final Supplier<CorrelationId> correlations;
  private final Auditor auditor;

  Guard(Clock clock, Supplier<CorrelationId> correlations, Auditor auditor) {
    this.clock = clock;
    this.correlations = correlations;
    this.auditor = auditor;
  }

  /** Who asks for something, where, and how. */
  record Asking(Caller caller, Place place, Act act) {}

  /** Finds out what is to be done, and does it. */
  Answer answer(Asking asking, Function<Trail, Task> preparation) {
    CorrelationId correlation = correlations.get();
    Instant start = clock.instant();
    Trail trail = new Trail(asking.act());
    Done done =
        known(asking, correlation)
            .map(
                known ->
                    audited(
                        known, trail, done(trail, preparation, correlation), start, correlation))
            .orElseGet(() -> Done.nothing(brokenHere(correlation)));
    LOG.info(
        "command={} outcome={} ms={} correlation={}",
        done.command(),
        done.outcome().getClass().getSimpleName(),
        Duration.between(start, clock.instant()).toMillis(),
        correlation);
    return new Answer(
        done.outcome(),
        correlation,
        done.use(),
        trail.mayHaveChanged() ? Answer.Trace.MAY_HAVE_CHANGED : Answer.Trace.NONE);
  }

  /** What was done. */
  private record Done(String command, Outcome outcome, Answer.Use use) {
    static Done nothing(Outcome outcome) {
      return new Done("unread", outcome, Answer.Use.TURNED_AWAY);
    }

    Done but(Outcome other) {
      return new Done(command, other, use);
    }
  }

  /** Who asks; nobody where that cannot be found out: then nothing is done for them. */
  private Optional<Auditor.Known> known(Asking asking, CorrelationId correlation) {
    try {
      return Optional.of(auditor.known(asking.caller(), asking.place()));
    } catch (RuntimeException broken) {
      LOG.error("correlation={}: nothing is done that could not be audited", correlation, broken);
      return Optional.empty();
    }
  }

  private static Done done(
      Trail trail, Function<Trail, Task> preparation, CorrelationId correlation) {
    Done done = Done.nothing(brokenHere(correlation));
    try {
      Task task = preparation.apply(trail);
      done = new Done(task.name(), done.outcome(), task.use());
      return done.but(task.work().get());
    } catch (CredentialVault.VaultException broken) {
      // Its message is made for an operator and never holds a credential.
      LOG.error(
          "command={} correlation={}: {}",
          done.command(),
          correlation,
          broken.getMessage(),
          broken);
      return done;
    } catch (RuntimeException bug) {
      LOG.error("command={} correlation={} failed", done.command(), correlation, bug);
      return done;
    }
  }

  private Done audited(
      Auditor.Known known, Trail trail, Done done, Instant start, CorrelationId correlation) {
    try {
      auditor.write(known, trail, start, done.outcome(), correlation);
      return done;
    } catch (RuntimeException broken) {
      LOG.error(
          "command={} outcome={} correlation={} is missing in the audit trail",
          done.command(),
          done.outcome().word(),
          correlation,
          broken);
      return isToldAllTheSame(trail, done.outcome()) ? done : done.but(brokenHere(correlation));
    }
  }

  /** What may have changed something must not be taken for undone; what only shows is not shown. */
  private static boolean isToldAllTheSame(Trail trail, Outcome outcome) {
    return trail.mayHaveChanged()
        && switch (outcome) {
          case Outcome.Answered _,
              Outcome.Pending _,
              Outcome.Unknown _,
              Outcome.Refused _,
              Outcome.NeedsLink _,
              Outcome.Unavailable _ ->
              true;
          case Outcome.NeedsConfirmation _, Outcome.NeedsInput _ -> false;
        };
  }

  private static Outcome brokenHere(CorrelationId correlation) {
    return new Outcome.Unavailable(
        Reply.card(Text.of("bot.broken"))
            .tone(Tone.BAD)
            .body(Text.of("bot.broken-what-to-do", Value.data(correlation.value())))
            .build());
  }
}
