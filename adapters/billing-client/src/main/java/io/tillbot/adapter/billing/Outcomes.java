package io.tillbot.adapter.billing;

import io.tillbot.core.billing.ApiResult;

/** Says in a log line what became of a call, without a word that came from the API. */
final class Outcomes {
  private Outcomes() {}

  static String inWords(ApiResult<?> result) {
    return switch (result) {
      case ApiResult.Done<?> _ -> "done";
      case ApiResult.Refused<?> _ -> "refused";
      case ApiResult.NotAuthorized<?> _ -> "not authorized";
      case ApiResult.NotSent<?>(ApiResult.NotSentCause cause, _) -> "not sent, " + cause;
      case ApiResult.Unknown<?>(ApiResult.UnknownCause cause) -> "unknown, " + cause;
    };
  }
}
