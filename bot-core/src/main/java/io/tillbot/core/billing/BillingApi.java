package io.tillbot.core.billing;

/** The billing API's 24 methods, opened with one caller's credential. Safe for many threads. */
public interface BillingApi {
  BillingReads reads();

  BillingWrites writes();
}
