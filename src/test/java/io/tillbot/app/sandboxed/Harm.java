package io.tillbot.app.sandboxed;

import io.tillbot.adapter.sandbox.fault.Fault;
import io.tillbot.adapter.sandbox.fault.FaultKind;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.ApiResult.NotSentCause;
import io.tillbot.core.billing.ApiResult.UnknownCause;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What may go wrong between the client and the API, what the client has to say of it, whether the
 * API has then done what it was asked for, and whether a read is worth repeating.
 */
enum Harm {
  SERVER_ERROR(
      Fault.of(FaultKind.SERVER_ERROR),
      unknown(UnknownCause.SERVER_ERROR),
      Doing.NOT,
      Reads.THRICE),
  SERVER_ERROR_AFTERWARDS(
      Fault.of(FaultKind.SERVER_ERROR_AFTER),
      unknown(UnknownCause.SERVER_ERROR),
      Doing.ONCE,
      Reads.THRICE),
  HTML_WITH_200(
      Fault.of(FaultKind.HTML_PAGE), unknown(UnknownCause.BROKEN_ANSWER), Doing.NOT, Reads.THRICE),
  HTML_WITH_200_AFTERWARDS(
      Fault.of(FaultKind.HTML_AFTER),
      unknown(UnknownCause.BROKEN_ANSWER),
      Doing.ONCE,
      Reads.THRICE),
  HTML_WITH_502(
      Fault.of(FaultKind.HTML_GATEWAY),
      unknown(UnknownCause.SERVER_ERROR),
      Doing.NOT,
      Reads.THRICE),
  RESET_BEFORE(
      Fault.of(FaultKind.RESET_BEFORE),
      unknown(UnknownCause.CONNECTION_LOST),
      Doing.NOT,
      Reads.THRICE),
  RESET_AFTERWARDS(
      Fault.of(FaultKind.RESET_AFTER),
      unknown(UnknownCause.CONNECTION_LOST),
      Doing.ONCE,
      Reads.THRICE),
  TRUNCATED_JSON(
      Fault.of(FaultKind.TRUNCATED_JSON),
      unknown(UnknownCause.BROKEN_ANSWER),
      Doing.ONCE,
      Reads.THRICE),
  CUT_BODY(
      Fault.of(FaultKind.CUT_BODY),
      unknown(UnknownCause.CONNECTION_LOST),
      Doing.ONCE,
      Reads.THRICE),
  EXPIRED_TOKEN(
      Fault.of(FaultKind.EXPIRED_TOKEN),
      new ApiResult.NotAuthorized<>("Invalid token or access denied"),
      Doing.NOT,
      Reads.ONCE),
  TOO_MANY_REQUESTS(
      Fault.of(FaultKind.TOO_MANY_REQUESTS).withValue(7),
      new ApiResult.NotSent<>(NotSentCause.RATE_LIMITED, Duration.ofSeconds(7)),
      Doing.NOT,
      Reads.THRICE_AS_ASKED),
  FAR_TOO_MANY_REQUESTS(
      Fault.of(FaultKind.TOO_MANY_REQUESTS).withValue(31),
      new ApiResult.NotSent<>(NotSentCause.RATE_LIMITED, Duration.ofSeconds(31)),
      Doing.NOT,
      Reads.ONCE),
  UNAVAILABLE(
      Fault.of(FaultKind.UNAVAILABLE).withValue(7),
      unknown(UnknownCause.SERVER_ERROR),
      Doing.NOT,
      Reads.THRICE_AS_ASKED);

  /** Whether the API has done what it was asked for. */
  enum Doing {
    NOT,
    ONCE
  }

  /** How often a read is sent while the harm lasts. */
  enum Reads {
    ONCE,
    THRICE,
    /** With the pauses that {@code Retry-After} asks for: 7 s. */
    THRICE_AS_ASKED
  }

  private final Fault fault;
  private final ApiResult<?> result;
  private final Doing doing;
  private final Reads reads;

  Harm(Fault fault, ApiResult<?> result, Doing doing, Reads reads) {
    this.fault = fault;
    this.result = result;
    this.doing = doing;
    this.reads = reads;
  }

  Fault on(PortMethod method) {
    return fault.on(method.action());
  }

  Fault onLogin() {
    return fault.on("login");
  }

  ApiResult<?> result() {
    return result;
  }

  Doing doing() {
    return doing;
  }

  Reads reads() {
    return reads;
  }

  /** Those that a read gets over when they pass. */
  static List<Harm> passing() {
    return Arrays.stream(values()).filter(harm -> harm.reads != Reads.ONCE).toList();
  }

  private static ApiResult<?> unknown(UnknownCause cause) {
    return new ApiResult.Unknown<>(cause);
  }
}
