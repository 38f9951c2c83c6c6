package io.tillbot.core.command;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;

/** One call of a command, parsed. */
public record Call(Caller caller, Place place, Options options) {}
