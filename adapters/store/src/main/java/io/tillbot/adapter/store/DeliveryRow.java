package io.tillbot.adapter.store;

import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code deliveries} that has not ended; what was received is sealed.
 *
 * @param lease in milliseconds since 1970, UTC
 * @param operation its id; null when it led to none
 */
record DeliveryRow(
    DeliveryKey key, int tries, long lease, @Nullable String operation, Ciphertext body) {}
