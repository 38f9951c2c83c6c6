package io.tillbot.core.delivery;

import io.tillbot.core.access.Workspace;
import io.tillbot.core.operation.OperationId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A message that was taken up and has not come to its end. Prints as its key alone.
 *
 * @param key by which a platform's message is known when it comes again, its platform included
 * @param tries how often it was taken up, this time included
 * @param lease until when whoever took it up has it for himself
 * @param operation the write that it led to, once there is one
 * @param message what was received and where its answer goes, sealed, by names of ours; empty when
 *     it does not open any more, since its row was damaged or moved
 */
public record Delivery(
    String key,
    int tries,
    Instant lease,
    Optional<OperationId> operation,
    Map<String, String> message) {
  public Delivery {
    message = Map.copyOf(message);
    lease = lease.truncatedTo(ChronoUnit.MILLIS);
  }

  /** The fact that names the platform of whom it came from, as the enum does. */
  public static final String PLATFORM = "platform";

  /** The fact that names their workspace, where the platform has workspaces. */
  public static final String WORKSPACE = "workspace";

  /** Whether it came from there, as far as that is still known. */
  public boolean isFrom(Workspace workspace) {
    return workspace.platform().name().equals(message.get(PLATFORM))
        && Objects.equals(workspace.id(), message.get(WORKSPACE));
  }

  /** Whether it is still known what was received. */
  public boolean isLegible() {
    return !message.isEmpty();
  }

  @Override
  public String toString() {
    return "Delivery[" + key + "]";
  }
}
