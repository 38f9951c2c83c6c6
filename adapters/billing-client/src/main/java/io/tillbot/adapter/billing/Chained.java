package io.tillbot.adapter.billing;

import io.tillbot.core.billing.ApiResult;
import java.util.function.Function;

/** One call after another: the second is made only when the first is done. */
final class Chained {
  private Chained() {}

  static <A, B> ApiResult<B> then(ApiResult<A> first, Function<A, ApiResult<B>> second) {
    return switch (first) {
      case ApiResult.Done<A>(A value) -> second.apply(value);
      case ApiResult.Refused<A>(var refusal) -> new ApiResult.Refused<>(refusal);
      case ApiResult.NotAuthorized<A>(var message) -> new ApiResult.NotAuthorized<>(message);
      case ApiResult.NotSent<A>(var cause, var retryAfter) ->
          new ApiResult.NotSent<>(cause, retryAfter);
      case ApiResult.Unknown<A>(var cause) -> new ApiResult.Unknown<>(cause);
    };
  }
}
