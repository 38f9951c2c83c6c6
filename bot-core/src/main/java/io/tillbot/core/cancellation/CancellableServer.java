package io.tillbot.core.cancellation;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.model.AccountId;
import io.tillbot.core.billing.model.CancellationRequest;
import io.tillbot.core.billing.model.ServerBilling;
import io.tillbot.core.billing.model.ServerId;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.billing.request.WriteRequest.CancellationTime;
import io.tillbot.core.operation.Fact;
import io.tillbot.core.operation.Recollection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A server with its active cancellation requests: get_billing_data and get_cancellation_requests.
 *
 * @param requests of this server; usually none, or one
 */
record CancellableServer(ServerId id, ServerBilling billing, List<CancellationRequest> requests) {

  CancellableServer {
    requests = List.copyOf(requests);
  }

  /** What {@link CancellationCards#snapshot} wrote down, without its requests. */
  static CancellableServer recalled(Recollection of) {
    return new CancellableServer(
        of.require(Fact.SERVER, Recollection.id(ServerId::new)),
        new ServerBilling(
            of.told(Fact.ACCOUNT, Recollection.id(AccountId::new)).orElse(null),
            null,
            of.told(Fact.STATUS, Function.identity()).orElse(null),
            null,
            null),
        List.of());
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
            .map(rows -> new CancellableServer(id, data, rowsOf(id, data, rows)));
  }

  /**
   * The list was asked for by the server's id. The document calls that "Server ID (relid)", so that
   * {@code relid} of an answer may be the server's id as well as its account's.
   */
  private static List<CancellationRequest> rowsOf(
      ServerId id, ServerBilling data, List<CancellationRequest> rows) {
    return rows.stream().filter(row -> isOf(row, id, data)).toList();
  }

  static boolean isOf(CancellationRequest row, ServerId id, ServerBilling data) {
    return row.account().equals(data.account()) || row.account().value() == id.value();
  }

  /** Whether WHMCS says that the service has ended. */
  boolean isOver() {
    String status = billing.status();
    return status != null
        && List.of("cancelled", "terminated").contains(status.toLowerCase(Locale.ROOT));
  }

  /** When its request takes effect, as far as its type tells. */
  Optional<CancellationTime> time() {
    return request().flatMap(request -> CancellationCards.time(request.type()));
  }

  boolean isBeingCancelled() {
    return !requests.isEmpty();
  }

  Optional<CancellationRequest> request() {
    return requests.stream().findFirst();
  }
}
