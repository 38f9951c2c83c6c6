package io.tillbot.core;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;

/** What a platform delivered: a command, or a button that was pressed. */
public sealed interface Message permits Invocation, Pressed {

  /** Who gave it. */
  Caller caller();

  /** Where. */
  Place place();

  /** The same, given at a place of which more is known. */
  Message at(Place seen);
}
