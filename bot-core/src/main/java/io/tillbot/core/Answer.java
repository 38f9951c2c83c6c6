package io.tillbot.core;

import io.tillbot.core.reply.Outcome;

/**
 * The end of a command.
 *
 * @param correlation found again in the logs
 * @param use what became of the button that was pressed for it
 * @param trace whether what is shown elsewhere may be out of date by now
 */
public record Answer(Outcome outcome, CorrelationId correlation, Use use, Trace trace) {

  /** What became of a button. Whether a chat's message may be replaced depends on it. */
  public enum Use {
    /** It did what it stands for, or there was none: the answer may take its message's place. */
    SERVED,
    /**
     * It is somebody else's, was used already, or could not be looked up: whatever its message
     * shows stays, and the answer is for the one who pressed it alone.
     */
    TURNED_AWAY
  }

  /** The end of a command that was not asked for by a button. */
  public Answer(Outcome outcome, CorrelationId correlation) {
    this(outcome, correlation, Use.SERVED);
  }

  /** The end of a command that changed nothing. */
  public Answer(Outcome outcome, CorrelationId correlation, Use use) {
    this(outcome, correlation, use, Trace.NONE);
  }

  /** The same end, shown otherwise. */
  public Answer with(Outcome other) {
    return new Answer(other, correlation, use, trace);
  }

  /** What a command leaves behind. */
  public enum Trace {
    /** Nothing was changed. */
    NONE,
    /** Something may have been, here or in the billing system. */
    MAY_HAVE_CHANGED
  }
}
