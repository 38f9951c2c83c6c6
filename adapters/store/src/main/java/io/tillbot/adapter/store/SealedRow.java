package io.tillbot.adapter.store;

import java.time.Instant;

/**
 * A row of the table {@code sealed}.
 *
 * @param since when it was stored, to the millisecond
 */
record SealedRow(RowKey key, Ciphertext body, Instant since) {}
