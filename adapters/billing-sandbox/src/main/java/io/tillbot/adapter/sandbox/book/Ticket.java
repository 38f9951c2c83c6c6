package io.tillbot.adapter.sandbox.book;

import java.time.Instant;

/**
 * A ticket for the people who end bank subscriptions by hand.
 *
 * @param key its number
 * @param server which server's subscription
 * @param at when
 * @param reason what the client wrote
 */
public record Ticket(Integer key, int server, Instant at, String reason) implements Entity {}
