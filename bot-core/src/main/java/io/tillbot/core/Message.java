package io.tillbot.core;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;

/**
 * What a platform delivered: a command, a button that was pressed, or a form that was filled in.
 */
public sealed interface Message permits Invocation, Pressed, FormAnswers {

  /** Who gave it. */
  Caller caller();

  /** Where. */
  Place place();

  /** The same, given at a place of which more is known. */
  Message at(Place seen);
}
