package io.tillbot.adapter.billing;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.ApiResult.NotSentCause;
import io.tillbot.core.billing.ApiResult.UnknownCause;
import io.tillbot.core.billing.Refusal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What became of sending a request once.
 *
 * @param passing whether it may go otherwise the next time, so that a read is worth repeating
 * @param retryAfter how long the API asked to be left alone
 */
record Attempt(ApiResult<Answer> result, boolean passing, @Nullable Duration retryAfter) {

  static Attempt done(Answer answer) {
    return new Attempt(new ApiResult.Done<>(answer), false, null);
  }

  static Attempt refused(Refusal refusal) {
    return new Attempt(new ApiResult.Refused<>(refusal), false, null);
  }

  static Attempt notAuthorized(String message) {
    return new Attempt(new ApiResult.NotAuthorized<>(message), false, null);
  }

  static Attempt notSent(NotSentCause cause, @Nullable Duration retryAfter) {
    return new Attempt(new ApiResult.NotSent<>(cause, retryAfter), true, retryAfter);
  }

  /** Unknown, and likely to be so again. */
  static Attempt unknown(UnknownCause cause) {
    return new Attempt(new ApiResult.Unknown<>(cause), false, null);
  }

  /** Unknown for once. */
  static Attempt unknownForNow(UnknownCause cause, @Nullable Duration retryAfter) {
    return new Attempt(new ApiResult.Unknown<>(cause), true, retryAfter);
  }
}
