package io.tillbot.core;

import io.tillbot.core.reply.Outcome;

/**
 * The end of a command.
 *
 * @param correlation found again in the logs
 */
public record Answer(Outcome outcome, CorrelationId correlation) {}
