package io.tillbot.adapter.console;

import io.tillbot.core.reply.Outcome;

/** The exit status of one command; 2, wrong use of the program itself, is the command line's. */
public enum ExitStatus {
  ANSWERED(0),
  NOT_ANSWERED(1),
  UNKNOWN(3),
  PENDING(4);

  private final int code;

  ExitStatus(int code) {
    this.code = code;
  }

  /** What the outcome tells a script. */
  public static ExitStatus of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Answered _ -> ANSWERED;
      case Outcome.Refused _,
          Outcome.Unavailable _,
          Outcome.NeedsConfirmation _,
          Outcome.NeedsInput _,
          Outcome.NeedsLink _ ->
          NOT_ANSWERED;
      case Outcome.Unknown _ -> UNKNOWN;
      case Outcome.Pending _ -> PENDING;
    };
  }

  /** The number for the operating system. */
  public int code() {
    return code;
  }
}
