package io.tillbot.core.simulation;

import java.io.Serial;

/** The end of a process; an error, so that the core does not go on after it. */
final class Crash extends Error {
  @Serial private static final long serialVersionUID = 1L;

  Crash() {
    super("the process is gone", null, false, false);
  }
}
