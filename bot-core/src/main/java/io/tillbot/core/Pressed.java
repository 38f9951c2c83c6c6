package io.tillbot.core;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;

/** A button that somebody pressed, and which one. */
public record Pressed(Kind kind, Press press) implements Message {

  /** The buttons there are. */
  public enum Kind {
    /** Carries out what was shown. */
    CONFIRM,
    /** Forgets it. */
    STOP,
    /** Runs a command. */
    STEP,
    /** Shows everybody at the place, redacted, what a command shows to its caller. */
    SHARE
  }

  @Override
  public Caller caller() {
    return press.caller();
  }

  @Override
  public Place place() {
    return press.place();
  }

  @Override
  public Pressed at(Place seen) {
    return new Pressed(kind, new Press(press.caller(), seen, press.ticket()));
  }
}
