package io.tillbot.core.billing.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of get_invoices, get_related_invoices or generate_due_invoice.
 *
 * @param status {@link InvoiceStatus#UNKNOWN} when not told
 * @param total WHMCS: subtotal − credit + tax
 * @param balance what remains to be paid; lists often leave it out
 */
public record InvoiceSummary(
    InvoiceId id,
    InvoiceStatus status,
    @Nullable LocalDate issued,
    @Nullable LocalDate due,
    @Nullable LocalDate paid,
    @Nullable Money total,
    @Nullable Money balance) {}
