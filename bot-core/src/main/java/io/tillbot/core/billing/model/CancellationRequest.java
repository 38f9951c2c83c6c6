package io.tillbot.core.billing.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of get_cancellation_requests. Holds a name and a reason: it prints as its account alone.
 *
 * @param account {@code relid}: a billing account, not a server
 * @param type such as {@code End of Billing Period}
 * @param due the day on which the service ends or is to be paid again
 */
public record CancellationRequest(
    AccountId account,
    @Nullable LocalDate requested,
    @Nullable String reason,
    @Nullable String type,
    @Nullable LocalDate due,
    @Nullable String clientName,
    @Nullable String billingStatus,
    @Nullable Boolean corporate) {
  @Override
  public String toString() {
    return "CancellationRequest[" + account + "]";
  }
}
