package io.tillbot.core;

import java.util.Optional;

/**
 * The end of a command that a button ran.
 *
 * @param step what it ran, so that the next page's button can be made from it; empty when the
 *     button did not serve
 */
public record Stepped(Answer answer, Optional<Step> step) {}
