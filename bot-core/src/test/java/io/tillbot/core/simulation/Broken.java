package io.tillbot.core.simulation;

import java.io.Serial;

/** A law that does not hold; an error, so that the core does not swallow it. */
final class Broken extends Error {
  @Serial private static final long serialVersionUID = 1L;

  private final Law law;

  Broken(Law law, String what) {
    super(law + ": " + what);
    this.law = law;
  }

  Law law() {
    return law;
  }
}
