package io.tillbot.core;

import io.tillbot.core.access.Caller;

/** What a platform delivered: a command, or a button that was pressed. */
public sealed interface Message permits Invocation, Pressed {

  /** Who gave it. */
  Caller caller();
}
