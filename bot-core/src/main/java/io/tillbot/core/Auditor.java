package io.tillbot.core;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.audit.Act;
import io.tillbot.core.audit.Actor;
import io.tillbot.core.audit.AuditEntry;
import io.tillbot.core.audit.ChainHead;
import io.tillbot.core.audit.Pseudonym;
import io.tillbot.core.audit.Strangers;
import io.tillbot.core.audit.Trail;
import io.tillbot.core.audit.Where;
import io.tillbot.core.execution.Means;
import io.tillbot.core.reply.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down every command that was given here. Of people without an account, what leads to
 * nothing is counted only. Safe for many threads.
 */
public final class Auditor {
  private static final Logger LOG = LoggerFactory.getLogger(Auditor.class);

  /** A name that stays: the log's configuration lets it through at every level. */
  private static final Logger HEADS = LoggerFactory.getLogger("io.tillbot.audit.heads");

  /** In place of a command that was not even looked at. */
  private static final String TOO_OFTEN = "too many commands";

  private final Means means;
  private final Strangers strangers = new Strangers();

  Auditor(Means means) {
    this.means = means;
  }

  /**
   * Who it is, as known before the command: afterwards they may be known no more.
   *
   * @param isLinked whether they have an account
   */
  record Known(Caller caller, Place place, Actor.Somebody who, boolean isLinked) {}

  /**
   * Looks up who it is. Nothing is to be done for somebody of whom that fails.
   *
   * @throws io.tillbot.core.access.CredentialVault.VaultException when it does
   */
  Known known(Caller caller, Place place) {
    boolean isLinked = means.vault().isLinked(caller);
    Optional<Pseudonym> pseudonym = means.store().read(unit -> unit.audit().pseudonym(caller));
    if (pseudonym.isEmpty() && isLinked) {
      // Before they unlink: what is done then is theirs, and leaves no name behind.
      pseudonym = Optional.of(means.store().write(unit -> unit.audit().named(caller)));
    }
    Actor.Somebody who =
        pseudonym.<Actor.Somebody>map(Actor.Known::new).orElseGet(() -> new Actor.Person(caller));
    return new Known(caller, place, who, isLinked);
  }

  /**
   * Writes a command down.
   *
   * @throws RuntimeException when it could not be
   */
  void write(Known known, Trail trail, Instant began, Outcome outcome, CorrelationId correlation) {
    Instant now = means.now();
    if (isCountedOnly(known, trail, outcome)) {
      AuditEntry.What what = trail.what();
      strangers.count(began, known.caller(), what.act(), what.command(), outcome.word());
    } else {
      write(
          new AuditEntry(
              began,
              known.who(),
              Where.of(known.caller(), known.place()),
              trail.what(),
              new AuditEntry.End(
                  outcome.word(),
                  Duration.between(began, now),
                  Optional.of(correlation.value()),
                  1)));
    }
    // In a unit of their own: with their rows it would have the chain, and might then wait for
    // somebody's name, whose holder waits for the chain.
    flush(strangers.over(now));
  }

  private void write(AuditEntry entry) {
    means
        .store()
        .write(
            unit -> {
              unit.audit().append(entry);
              return entry;
            });
  }

  /**
   * Anybody in a public server can give commands. Unless they have an account, or do something that
   * needs none, their rows would be as many as they like.
   */
  private boolean isCountedOnly(Known known, Trail trail, Outcome outcome) {
    boolean isDone =
        switch (outcome) {
          case Outcome.Answered _,
              Outcome.Pending _,
              Outcome.NeedsConfirmation _,
              Outcome.Unknown _ ->
              true;
          case Outcome.NeedsInput _,
              Outcome.NeedsLink _,
              Outcome.Refused _,
              Outcome.Unavailable _ ->
              false;
        };
    return !known.isLinked()
        && !trail.isByOperator()
        && !(isDone && (trail.isOfOffice() || hasLinked(known, trail)));
  }

  /** Whether they have an account now. */
  private boolean hasLinked(Known known, Trail trail) {
    return trail.mayHaveChanged() && means.vault().isLinked(known.caller());
  }

  /** Counts somebody who comes too often, linked or not: their rows would be as many. */
  void turnsAway(Caller caller, Act act, Outcome refusal) {
    strangers.count(means.now(), caller, act, TOO_OFTEN, refusal.word());
  }

  /** Writes down what was counted in quarters of an hour that are over. */
  public void flush() {
    flush(strangers.over(means.now()));
  }

  /** Writes down everything that was counted, at the end of the process. */
  public void flushAll() {
    flush(strangers.all());
  }

  private void flush(List<AuditEntry> counted) {
    if (counted.isEmpty()) {
      return;
    }
    try {
      means
          .store()
          .write(
              unit -> {
                counted.forEach(unit.audit()::append);
                return counted.size();
              });
    } catch (RuntimeException broken) {
      strangers.putBack(counted);
      LOG.error(
          "{} rows about strangers could not be added to the audit trail; while this process runs"
              + " that is tried again",
          counted.size(),
          broken);
    }
  }

  /** Logs how far each chain has come: noted elsewhere, it proves what no copy can undo. */
  public void logHeads() {
    List<ChainHead> heads = means.store().read(unit -> unit.audit().heads());
    heads.stream()
        .filter(head -> head.count() > 0)
        .forEach(head -> HEADS.info("audit head {}", head));
  }
}
