package io.tillbot.adapter.billing;

import org.jspecify.annotations.Nullable;

/**
 * What is sent where the API's document is silent or contradicts itself. Answers are read
 * tolerantly and need no switch.
 *
 * @param cancellationReason under which names request_cancellation carries its reason
 * @param serverNumber which number delete_cancellation_request, request_subscription_cancellation
 *     and the server filter of transactions carry for a server
 * @param contactType {@code type} of add_contact where the request has none; null sends none, which
 *     is documented to make a random contact
 */
public record Dialect(
    CancellationReason cancellationReason,
    ServerNumbering serverNumber,
    @Nullable String contactType) {

  /** Names of the reason of request_cancellation. */
  public enum CancellationReason {
    /** {@code cancellation_reason}, as documented. */
    DOCUMENTED,
    /** {@code terminate_reason_custom} and {@code pin=not_set}, as the vendor's own tools do. */
    VENDOR_TOOLS,
    /** All of them. */
    BOTH
  }

  /** What "Server ID (relid)" and "Server ID (account_id)" mean. */
  public enum ServerNumbering {
    /** The server's id. */
    SERVER_ID,
    /** The id of its billing account, which the client first asks get_billing_data for. */
    ACCOUNT_ID
  }

  /** The likeliest reading of the document. */
  public static Dialect defaults() {
    return new Dialect(CancellationReason.DOCUMENTED, ServerNumbering.SERVER_ID, "1");
  }

  /** The same with another naming of the reason. */
  public Dialect withCancellationReason(CancellationReason naming) {
    return new Dialect(naming, serverNumber, contactType);
  }

  /** The same with another numbering of servers. */
  public Dialect withServerNumber(ServerNumbering numbering) {
    return new Dialect(cancellationReason, numbering, contactType);
  }

  /** The same with another type of new contacts. */
  public Dialect withContactType(@Nullable String type) {
    return new Dialect(cancellationReason, serverNumber, type);
  }
}
