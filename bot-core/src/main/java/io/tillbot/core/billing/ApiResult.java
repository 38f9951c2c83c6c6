package io.tillbot.core.billing;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What became of one call of the billing API. The five cases are what a caller may rely on about
 * the client's account, not how the network behaved.
 */
public sealed interface ApiResult<T> {

  /** The API did it, or gave what was asked for. */
  record Done<T>(T value) implements ApiResult<T> {}

  /** The API answered and said no: nothing changed. */
  record Refused<T>(Refusal refusal) implements ApiResult<T> {}

  /**
   * The credential is not accepted, or lacks the permission: nothing changed.
   *
   * @param message the API's own words, plain text; may be empty
   */
  record NotAuthorized<T>(String message) implements ApiResult<T> {}

  /**
   * The API certainly did not carry it out: no request reached it, or it turned the request away
   * unread.
   *
   * @param retryAfter how long the API asked to be left alone
   */
  record NotSent<T>(NotSentCause cause, @Nullable Duration retryAfter) implements ApiResult<T> {}

  /**
   * The request was sent and its outcome is unknown. For a read: nothing was learnt. For a write:
   * it may have been done.
   */
  record Unknown<T>(UnknownCause cause) implements ApiResult<T> {}

  /** The value, where whoever asks can do without it. */
  default Optional<T> found() {
    return this instanceof Done<T>(T value) ? Optional.of(value) : Optional.empty();
  }

  /** Why a request was certainly not carried out. */
  enum NotSentCause {
    /** No connection could be made: refused, no route, name not found, TLS not trusted. */
    NO_CONNECTION,
    /** HTTP 429. */
    RATE_LIMITED,
    /** The session could not be opened from the API key, so the request itself was never sent. */
    NO_SESSION,
    /** A read that the write needs first brought no answer, so the write was never sent. */
    NOT_PREPARED
  }

  /** Why an outcome is unknown. */
  enum UnknownCause {
    TIMED_OUT,
    CONNECTION_LOST,
    /** HTTP 5xx. */
    SERVER_ERROR,
    /** Not JSON, cut short, too large, a redirect, or without a field that it must have. */
    BROKEN_ANSWER,
    /** It says success and failure at once. */
    CONTRADICTORY_ANSWER
  }

  /** The same result with another value; every other case stays as it is. */
  default <R> ApiResult<R> map(Function<? super T, ? extends R> change) {
    return then(value -> new Done<>(change.apply(value)));
  }

  /** What the next call gives, when this one is done; every other case stays as it is. */
  default <R> ApiResult<R> then(Function<? super T, ? extends ApiResult<R>> next) {
    return switch (this) {
      case Done<T>(T value) -> next.apply(value);
      case Refused<T>(Refusal refusal) -> new Refused<>(refusal);
      case NotAuthorized<T>(String message) -> new NotAuthorized<>(message);
      case NotSent<T>(NotSentCause cause, Duration retryAfter) -> new NotSent<>(cause, retryAfter);
      case Unknown<T>(UnknownCause cause) -> new Unknown<>(cause);
    };
  }
}
