package io.tillbot.adapter.discord;

import io.tillbot.core.access.Credential;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingAccess;
import io.tillbot.core.billing.BillingApi;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A billing API that answers when a test lets it. */
final class GatedBilling implements BillingAccess {
  private final BillingAccess billing;
  private final Semaphore passes = new Semaphore(Integer.MAX_VALUE);

  GatedBilling(BillingAccess billing) {
    this.billing = billing;
  }

  /** From now on nothing is answered. */
  void shut() {
    passes.drainPermits();
  }

  /** Answers what waits, and everything after it. */
  void open() {
    passes.release(Integer.MAX_VALUE / 2);
  }

  /** Whether somebody waits for an answer. */
  boolean isAwaited() {
    return passes.hasQueuedThreads();
  }

  @Override
  public BillingApi open(Credential credential) {
    try {
      if (!passes.tryAcquire(20, TimeUnit.SECONDS)) {
        throw new AssertionError("the test never lets the billing API answer");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", stopped);
    }
    return billing.open(credential);
  }

  @Override
  public ApiResult<SessionEnded> logOut(Credential credential) {
    return billing.logOut(credential);
  }
}
