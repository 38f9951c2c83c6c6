package io.tillbot.core;

/**
 * The end of a command that a button ran.
 *
 * @param step what it ran, so that the next page's button can be made from it
 */
public record Stepped(Answer answer, Step step) {}
