package io.tillbot.core;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.TicketId;

/** A button that somebody pressed, its sender verified. */
public record Press(Caller caller, Place place, TicketId ticket) {}
