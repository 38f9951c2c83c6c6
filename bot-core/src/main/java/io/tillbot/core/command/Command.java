package io.tillbot.core.command;

/** A command: its definition and what it does. */
public record Command(CommandSpec spec, Handler handler) {}
