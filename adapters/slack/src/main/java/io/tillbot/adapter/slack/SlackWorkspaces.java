package io.tillbot.adapter.slack;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Install;
import io.tillbot.core.access.Platform;
import io.tillbot.core.access.Secret;
import io.tillbot.core.access.Workspace;
import io.tillbot.core.erasure.WorkspaceErasure;
import io.tillbot.core.port.Store;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The workspaces that have installed the app, as the store keeps them. In an organisation that has
 * many workspaces people are the organisation's, and each workspace may have installed the app by
 * itself, or the organisation for all of them. Safe for many threads.
 */
public final class SlackWorkspaces {
  private static final Logger LOG = LoggerFactory.getLogger(SlackWorkspaces.class);
  private static final String TOKEN = "token";
  private static final String EVERYWHERE = "";

  private final Store store;
  private final WorkspaceErasure erasure;
  private final Serving serving;

  public SlackWorkspaces(Store store, WorkspaceErasure erasure, Serving serving) {
    this.store = store;
    this.erasure = erasure;
    this.serving = serving;
  }

  /** For whom the app is. */
  public enum Serving {
    /** The one workspace where it was made, whose token is configured. */
    ONE_WORKSPACE,
    /** Each that installs it, with a token of its own. */
    WHOEVER_INSTALLS
  }

  /** Whether each workspace has a token of its own. */
  boolean areInstalled() {
    return serving == Serving.WHOEVER_INSTALLS;
  }

  /**
   * Where the app is, by Slack's ids.
   *
   * @param enterprise the organisation; null where there is none
   * @param team the workspace; null where the app is installed for the whole organisation
   */
  record Location(@Nullable String enterprise, @Nullable String team) {
    Workspace workspace() {
      return new Workspace(
          Platform.SLACK, enterprise == null || enterprise.isEmpty() ? team : enterprise);
    }

    private String part() {
      return enterprise == null || enterprise.isEmpty() || team == null ? EVERYWHERE : team;
    }
  }

  /** The install that such a token is. */
  static Install install(Location where, Secret token, Instant since) {
    return new Install(where.workspace(), where.part(), Map.of(TOKEN, token.reveal()), since);
  }

  /** The token of where the caller is: the organisation's, else that of its newest workspace. */
  Optional<Secret> token(Caller caller) {
    List<Install> installs = store.read(unit -> unit.installs().of(Workspace.of(caller)));
    return installs.stream()
        .filter(one -> one.part().equals(EVERYWHERE))
        .findFirst()
        .or(() -> installs.stream().findFirst())
        .map(one -> Secret.of(one.facts().getOrDefault(TOKEN, "-")));
  }

  /**
   * The app was removed there, or its token revoked; durable on return.
   *
   * @param when that happened; an install that is newer stays
   * @return whether something is to be erased now
   */
  boolean left(Location where, Instant when) {
    Workspace workspace = where.workspace();
    boolean isBackAgain =
        store.<Boolean>read(
            unit ->
                unit.installs().of(workspace).stream()
                    .filter(one -> one.part().equals(where.part()))
                    .anyMatch(one -> one.since().truncatedTo(ChronoUnit.SECONDS).isAfter(when)));
    if (isBackAgain) {
      LOG.info("{} was installed again since it was removed", workspace.key());
      return false;
    }
    erasure.begin(workspace, Optional.of(where.part()).filter(part -> !part.equals(EVERYWHERE)));
    return true;
  }

  /** Goes on with what is to be erased. */
  void erase() {
    erasure.goOn();
  }
}
