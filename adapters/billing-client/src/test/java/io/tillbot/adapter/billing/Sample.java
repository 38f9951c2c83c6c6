package io.tillbot.adapter.billing;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingApi;
import java.util.function.Function;

/**
 * How one method of the API is called.
 *
 * @param method its name in the document
 * @param kind read or write
 * @param least a call with what it needs
 * @param whole a call with every documented parameter, each of another value
 * @param success what the document's success example means; null where {@link MethodsTest} says it
 *     in another place
 */
record Sample(
    String method,
    Kind kind,
    Function<BillingApi, ApiResult<?>> least,
    Function<BillingApi, ApiResult<?>> whole,
    ApiResult<?> success) {

  enum Kind {
    READ,
    WRITE
  }

  @Override
  public String toString() {
    return method;
  }
}
