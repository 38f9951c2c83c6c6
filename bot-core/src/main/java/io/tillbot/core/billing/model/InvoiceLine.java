package io.tillbot.core.billing.model;

import org.jspecify.annotations.Nullable;

/**
 * A line of an invoice ({@code items.item} of get_invoice).
 *
 * @param account the billing account that the line is for, {@code relid}
 * @param server the server that the line is for, {@code inv_id}
 * @param type WHMCS's line type, such as {@code Hosting} or {@code AddFunds}; may be empty
 * @param description plain text, tags and entities removed; may be empty
 * @param amount before tax, in the invoice's currency
 */
public record InvoiceLine(
    @Nullable AccountId account,
    @Nullable ServerId server,
    String type,
    String description,
    @Nullable Money amount) {

  /** The same, its amount in the given currency where the API named none. */
  InvoiceLine orIn(CurrencyCode currency) {
    return amount == null
        ? this
        : new InvoiceLine(account, server, type, description, amount.orIn(currency));
  }
}
