package io.tillbot.adapter.sandbox.book;

/**
 * A row that a change takes away.
 *
 * @param kind the row's kind
 * @param key the row's key, a number or a text
 */
public record Removal(Class<? extends Entity> kind, Object key) {}
