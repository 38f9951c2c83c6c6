package io.tillbot.core.billing.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of the transactions method.
 *
 * @param amount of {@link CurrencyCode#NONE} where the API names no currency
 * @param description plain text, tags and entities removed; may be empty
 * @param status such as {@code Completed}; may be empty
 */
public record Transaction(
    TransactionId id,
    Money amount,
    @Nullable LocalDate date,
    String description,
    String status,
    @Nullable InvoiceId invoice) {}
