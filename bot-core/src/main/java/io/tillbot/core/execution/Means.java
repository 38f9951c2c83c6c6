package io.tillbot.core.execution;

import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.billing.BillingAccess;
import io.tillbot.core.operation.OperationId;
import io.tillbot.core.policy.Gatekeeper;
import io.tillbot.core.port.Jobs;
import io.tillbot.core.port.Notices;
import io.tillbot.core.port.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * What all that happens to an operation is done with.
 *
 * @param gate what the policy says
 * @param notices tells people what happens without them
 * @param process names this process among all on the same store
 * @param ids gives ids that were never used
 */
public record Means(
    Store store,
    CredentialVault vault,
    BillingAccess billing,
    Gatekeeper gate,
    Jobs jobs,
    Notices notices,
    Clock clock,
    Lifetimes lifetimes,
    String process,
    Supplier<OperationId> ids) {

  /** The present moment. */
  public Instant now() {
    return clock.instant();
  }
}
