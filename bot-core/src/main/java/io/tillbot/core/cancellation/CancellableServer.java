package io.tillbot.core.cancellation;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.model.CancellationRequest;
import io.tillbot.core.billing.model.ServerBilling;
import io.tillbot.core.billing.model.ServerId;
import io.tillbot.core.billing.request.ReadRequest;
import java.util.List;
import java.util.Optional;

/**
 * A server with its active cancellation requests: get_billing_data and get_cancellation_requests.
 *
 * @param requests of this server; usually none, or one
 */
record CancellableServer(ServerId id, ServerBilling billing, List<CancellationRequest> requests) {

  CancellableServer {
    requests = List.copyOf(requests);
  }

  static ApiResult<CancellableServer> read(ServerId id, BillingReads billing) {
    return billing
        .getBillingData(ReadRequest.GetBillingData.of(id))
        .then(data -> read(id, data, billing));
  }

  /** A server without a billing account has no requests: the API would refuse the question. */
  private static ApiResult<CancellableServer> read(
      ServerId id, ServerBilling data, BillingReads billing) {
    return data.account() == null
        ? new ApiResult.Done<>(new CancellableServer(id, data, List.of()))
        : billing
            .getCancellationRequests(ReadRequest.GetCancellationRequests.ofServer(id))
            .map(rows -> new CancellableServer(id, data, rowsOf(data, rows)));
  }

  private static List<CancellationRequest> rowsOf(
      ServerBilling data, List<CancellationRequest> rows) {
    return rows.stream().filter(row -> row.account().equals(data.account())).toList();
  }

  boolean isBeingCancelled() {
    return !requests.isEmpty();
  }

  Optional<CancellationRequest> request() {
    return requests.stream().findFirst();
  }
}
