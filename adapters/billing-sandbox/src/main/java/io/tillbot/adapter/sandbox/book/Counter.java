package io.tillbot.adapter.sandbox.book;

/**
 * The next number of a sequence, kept so that the number of a deleted row never returns.
 *
 * @param key the sequence
 * @param next the number that is given next
 */
public record Counter(String key, int next) implements Entity {}
