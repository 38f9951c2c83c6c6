package io.tillbot.core.access;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * That a workspace has left, and that everything of its people is to be erased.
 *
 * @param since when that became known, to the millisecond
 */
public record Departure(Workspace workspace, Stage stage, Instant since) {
  public Departure {
    since = since.truncatedTo(ChronoUnit.MILLIS);
  }

  /** How far it has come; the names are kept in the store. */
  public enum Stage {
    /** Something may still be there. */
    BEGUN,
    /** All was erased; what was on its way then may have been kept since. */
    ERASED
  }

  /** The same, with everything erased. */
  public Departure erased() {
    return new Departure(workspace, Stage.ERASED, since);
  }
}
