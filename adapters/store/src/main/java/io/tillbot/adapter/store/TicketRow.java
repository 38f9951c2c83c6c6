package io.tillbot.adapter.store;

/** A row of the table {@code tickets}, its facts sealed. */
record TicketRow(TicketKey key, Ciphertext body) {}
