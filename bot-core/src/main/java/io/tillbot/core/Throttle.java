package io.tillbot.core;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.access.Workspace;
import io.tillbot.core.port.RateLimiter;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.time.Duration;
import java.util.Optional;

/**
 * Says when a caller, or everybody of a workspace together, gives more commands than may be meant.
 * People without an account share a little of it: anybody in a public server is one of them. It
 * counts before anything is written down, so that what they can make grow is bounded. Safe for many
 * threads.
 */
public final class Throttle {
  private final RateLimiter callers;
  private final RateLimiter workspaces;
  private final RateLimiter strangers;
  private final RateLimiter stranger;
  private final CredentialVault vault;

  /**
   * @param callers counts by caller
   * @param workspaces counts by workspace, where a platform has none, all of the platform
   * @param strangers counts people without an account, by workspace
   * @param stranger counts each of them, so that none takes what all share
   */
  public Throttle(
      RateLimiter callers,
      RateLimiter workspaces,
      RateLimiter strangers,
      RateLimiter stranger,
      CredentialVault vault) {
    this.callers = callers;
    this.workspaces = workspaces;
    this.strangers = strangers;
    this.stranger = stranger;
    this.vault = vault;
  }

  /** How long the caller has to wait; empty where nothing stands in the way, which is counted. */
  Optional<Duration> tooSoon(Caller caller) {
    return callers
        .tooSoon(caller.key())
        .or(() -> isStranger(caller) ? tooSoonForAStranger(caller) : Optional.empty())
        .or(() -> workspaces.tooSoon(Workspace.of(caller).key()));
  }

  private Optional<Duration> tooSoonForAStranger(Caller caller) {
    return stranger.tooSoon(caller.key()).or(() -> strangers.tooSoon(Workspace.of(caller).key()));
  }

  /** Where that cannot be looked up, whoever goes on from here finds out. */
  private boolean isStranger(Caller caller) {
    try {
      return !vault.isLinked(caller);
    } catch (CredentialVault.VaultException broken) {
      return false;
    }
  }

  /** What somebody is told who has to wait so long. */
  static Outcome refusal(Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return new Outcome.Refused(
        Reply.card(Text.of("throttle.title"))
            .tone(Tone.WARNING)
            .body(Text.of("throttle.again", Value.count(seconds)))
            .build());
  }
}
