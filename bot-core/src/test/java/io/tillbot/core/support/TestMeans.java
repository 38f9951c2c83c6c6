package io.tillbot.core.support;

import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.billing.BillingAccess;
import io.tillbot.core.execution.Lifetimes;
import io.tillbot.core.execution.Means;
import io.tillbot.core.operation.OperationId;
import io.tillbot.core.policy.Gatekeeper;
import io.tillbot.core.port.Jobs;
import io.tillbot.core.port.Notices;
import io.tillbot.core.port.Store;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** What operations are done with in tests: ids that count, and nobody who does jobs. */
public final class TestMeans {
  private TestMeans() {}

  /** The usual ones. */
  public static Means of(
      Store store, CredentialVault vault, BillingAccess billing, Gatekeeper gate, Clock clock) {
    return of(store, vault, billing, gate, clock, new RecordedNotices());
  }

  /** The same with other notices. */
  public static Means of(
      Store store,
      CredentialVault vault,
      BillingAccess billing,
      Gatekeeper gate,
      Clock clock,
      Notices notices) {
    return new Means(
        store,
        vault,
        billing,
        gate,
        new NoJobs(),
        notices,
        clock,
        Lifetimes.usual(),
        "test",
        ids());
  }

  /** Ids that a test can name: {@code op-0000000001} and so on. */
  public static Supplier<OperationId> ids() {
    AtomicLong made = new AtomicLong();
    return () -> OperationId.of("%010d".formatted(made.incrementAndGet()));
  }

  /** Jobs that nobody does. */
  private static final class NoJobs implements Jobs {
    @Override
    public Running start(List<Job> jobs) {
      return () -> {};
    }

    @Override
    public boolean areDone() {
      return false;
    }
  }
}
