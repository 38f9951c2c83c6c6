package io.tillbot.core;

import io.tillbot.core.access.Caller;

/**
 * What a platform delivered: a command, a button that was pressed, or a form that was filled in.
 */
public sealed interface Message permits Invocation, Pressed, FormAnswers {

  /** Who gave it. */
  Caller caller();
}
