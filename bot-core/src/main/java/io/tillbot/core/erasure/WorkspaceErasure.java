package io.tillbot.core.erasure;

import io.tillbot.core.access.Departure;
import io.tillbot.core.access.Departure.Stage;
import io.tillbot.core.access.Install;
import io.tillbot.core.access.Workspace;
import io.tillbot.core.audit.Act;
import io.tillbot.core.audit.Actor;
import io.tillbot.core.audit.AuditEntry;
import io.tillbot.core.audit.Where;
import io.tillbot.core.execution.Means;
import io.tillbot.core.execution.Operations;
import io.tillbot.core.port.UnitOfWork;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets workspaces that have removed the bot: their installs, everybody's credentials and
 * tickets, what waits to be answered, service accounts, and who was behind the pseudonyms.
 * Operations and the audit trail stay, under pseudonyms. It goes in small units of work, and
 * whichever process looks next goes on with it. Safe for many threads and processes.
 */
public final class WorkspaceErasure {
  /** What was under way when the workspace left may be kept a little later, and is erased then. */
  static final Duration AFTERWARDS = Duration.ofMinutes(15);

  private static final Logger LOG = LoggerFactory.getLogger(WorkspaceErasure.class);
  private static final String COMMAND = "erase workspace";
  private static final String DONE = "answered";
  private static final int AT_ONCE = 50;

  private final Means means;
  private final Operations operations;
  private final WaitingDeliveries deliveries;

  public WorkspaceErasure(Means means, Operations operations) {
    this.means = means;
    this.operations = operations;
    this.deliveries = new WaitingDeliveries(means);
  }

  /**
   * Remembers that a workspace has left, or a part of it; durable on return. With its last part the
   * whole workspace has left.
   *
   * @param part whose install is gone; empty: all of them
   */
  public void begin(Workspace workspace, Optional<String> part) {
    means
        .store()
        .writeWithoutTrace(
            unit -> {
              List<Install> gone =
                  unit.installs().of(workspace).stream()
                      .filter(one -> part.isEmpty() || one.part().equals(part.get()))
                      .toList();
              gone.forEach(one -> unit.installs().remove(workspace, one.part()));
              if (unit.installs().of(workspace).isEmpty()
                  && unit.departures().of(workspace).isEmpty()) {
                unit.departures().put(new Departure(workspace, Stage.BEGUN, means.now()));
              }
              return gone.size();
            });
  }

  /**
   * Lets a workspace in, once nothing of an earlier time is left.
   *
   * @param told written into the audit trail
   */
  public void letIn(Install install, AuditEntry told) {
    departure(install.workspace()).ifPresent(this::erase);
    means
        .store()
        .write(
            unit -> {
              unit.departures().end(install.workspace());
              unit.installs().put(install);
              unit.audit().append(told);
              return install;
            });
  }

  private Optional<Departure> departure(Workspace workspace) {
    return means.store().read(unit -> unit.departures().of(workspace));
  }

  /**
   * Goes on with all that is to be erased.
   *
   * @return how many workspaces are not forgotten yet
   */
  public int goOn() {
    List<Departure> left = means.store().read(unit -> unit.departures().all());
    for (Departure one : left) {
      try {
        goOn(one);
      } catch (RuntimeException broken) {
        LOG.error("{} is not erased yet", one.workspace().key(), broken);
      }
    }
    return left.size();
  }

  private void goOn(Departure departure) {
    Workspace workspace = departure.workspace();
    erase(departure);
    if (operations.isSending(workspace)) {
      return;
    }
    switch (departure.stage()) {
      case BEGUN -> isErased(departure);
      case ERASED -> {
        if (!means.now().isBefore(departure.since().plus(AFTERWARDS))) {
          write(
              unit -> {
                unit.departures().end(workspace);
                return 1;
              });
        }
      }
    }
  }

  private void isErased(Departure departure) {
    Workspace workspace = departure.workspace();
    Where where =
        new Where(
            Optional.of(workspace.platform()),
            Optional.ofNullable(workspace.id()),
            Optional.empty(),
            Optional.empty());
    AuditEntry told =
        new AuditEntry(
            departure.since(),
            new Actor.Bot(),
            where,
            AuditEntry.What.of(Act.PLATFORM, COMMAND),
            new AuditEntry.End(
                DONE, Duration.between(departure.since(), means.now()), Optional.empty(), 1));
    int rows =
        write(
            unit -> {
              // Others may be at it as well; one of them says so.
              unit.exclude("departure/" + workspace.key());
              if (!unit.departures().of(workspace).equals(Optional.of(departure))) {
                return 0;
              }
              unit.departures().put(departure.erased());
              unit.audit().append(told);
              return 1;
            });
    if (rows > 0) {
      LOG.info("{} has left: everything of its people was erased", workspace.key());
    }
  }

  /** Operations first: their owners' pseudonyms are needed once more. */
  private void erase(Departure departure) {
    Workspace workspace = departure.workspace();
    all(most -> operations.disown(workspace, most));
    all(most -> means.vault().erase(workspace, most));
    all(most -> write(unit -> unit.serviceAccounts().erase(workspace, most)));
    all(most -> write(unit -> unit.tickets().erase(workspace, most)));
    deliveries.giveUp(workspace);
    all(most -> write(unit -> unit.audit().forget(workspace, most)));
  }

  /** Again and again, until there is nothing left to be done. */
  private static void all(IntUnaryOperator some) {
    while (some.applyAsInt(AT_ONCE) > 0) {
      // Each time a unit of work of its own, so that nobody waits for long.
    }
  }

  private int write(ToIntFunction<UnitOfWork> work) {
    return means.store().<Integer>writeWithoutTrace(work::applyAsInt);
  }
}
