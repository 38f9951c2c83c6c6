package io.tillbot.adapter.discord.fake;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What a test has go wrong, whatever is sent. */
final class Faults {
  private final AtomicInteger failingLater = new AtomicInteger();
  private volatile boolean areTokensExpired;

  /** A refusal that nobody but the test is to blame for. */
  static final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Refusal refusal;

    Fault(Refusal refusal) {
      super(refusal);
      this.refusal = refusal;
    }

    Refusal refusal() {
      return refusal;
    }
  }

  /** Lets a request pass, or not. */
  void pass(String route) {
    if (!route.startsWith("/webhooks/")) {
      return;
    }
    if (areTokensExpired) {
      throw new Fault(new Refusal(401, Refusal.INVALID_WEBHOOK_TOKEN, "Invalid Webhook Token"));
    }
    if (failingLater.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new Fault(Refusal.invalidForm(List.of("a fault of the test")));
    }
  }

  void failLater(int count) {
    failingLater.set(count);
  }

  int failingLater() {
    return failingLater.get();
  }

  void expireTokens() {
    areTokensExpired = true;
  }
}
