package io.tillbot.adapter.slack;

import io.tillbot.core.Step;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.reply.Outcome;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is to be shown to whom.
 *
 * @param locale the reader's
 * @param step what made the outcome and can make its table's other pages; empty where nothing can
 * @param offer keeps what a button is to run, for that reader alone
 */
record Showing(
    Outcome outcome, Locale locale, Optional<Step> step, Function<Step, TicketId> offer) {}
