package io.tillbot.core.reply;

/** A named value of a card. */
public record Field(Text name, Value value) {}
