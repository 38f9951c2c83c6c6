package io.tillbot.adapter.billing;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.ApiResult.NotSentCause;
import io.tillbot.core.billing.model.AccountId;
import io.tillbot.core.billing.model.ServerId;

/** Finds the number that stands for a server in the methods whose document is of two minds. */
final class ServerNumbers {
  private final Dialect dialect;
  private final ReadService service;
  private final ApiCalls calls;

  ServerNumbers(Dialect dialect, ReadService service, ApiCalls calls) {
    this.dialect = dialect;
    this.service = service;
    this.calls = calls;
  }

  /** The number; get_billing_data is asked where it must be the account's. */
  ApiResult<ServerNumber> of(ServerId server) {
    return switch (dialect.serverNumber()) {
      case SERVER_ID -> new ApiResult.Done<>(new ServerNumber(server.value()));
      case ACCOUNT_ID ->
          calls.read(
              server, token -> service.getBillingData(token, server, null), this::accountNumber);
    };
  }

  /** The same before a write: when it cannot be found, the write is certainly not sent. */
  ApiResult<ServerNumber> beforeWrite(ServerId server) {
    ApiResult<ServerNumber> number = of(server);
    return number instanceof ApiResult.Unknown<ServerNumber>
        ? new ApiResult.NotSent<>(NotSentCause.NOT_PREPARED, null)
        : number;
  }

  private ServerNumber accountNumber(Answer answer) {
    AccountId account = Fields.required(ClientDecoding.server(answer).account(), "account id");
    return new ServerNumber(account.value());
  }
}
