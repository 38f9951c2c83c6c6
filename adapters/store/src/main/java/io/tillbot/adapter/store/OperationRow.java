package io.tillbot.adapter.store;

import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code operations}; what is private in it is sealed.
 *
 * @param version as the ledger has it, or the one that it must still have
 * @param targets their keys, parted by blanks
 * @param commitment its kind: {@code NOTHING}, {@code OF} or {@code OPEN}
 * @param amount exact, as a plain decimal; null when none is known
 * @param currency of the amount
 * @param history the states with their milliseconds, parted by blanks
 */
record OperationRow(
    OperationKey key,
    long version,
    String command,
    String targets,
    String commitment,
    @Nullable String amount,
    @Nullable String currency,
    @Nullable Long due,
    @Nullable String holder,
    int tries,
    String history,
    Ciphertext body) {}
