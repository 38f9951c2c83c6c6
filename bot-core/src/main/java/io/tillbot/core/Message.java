package io.tillbot.core;

/** What a platform delivered: a command, or a button that was pressed. */
public sealed interface Message permits Invocation, Pressed {}
