package io.tillbot.core.audit;

import io.tillbot.core.operation.OperationId;
import java.time.Instant;
import java.util.Optional;

/**
 * Which rows are wanted; what is empty does not matter.
 *
 * @param command its name, or that of a parent, such as {@code cancel}
 * @param rule the name of one that decided
 * @param since then or later
 * @param until before then
 */
public record AuditFilter(
    Optional<Pseudonym> who,
    Optional<String> command,
    Optional<String> outcome,
    Optional<String> rule,
    Optional<OperationId> operation,
    Optional<Instant> since,
    Optional<Instant> until) {

  /** Every row of a time. */
  public static AuditFilter between(Optional<Instant> since, Optional<Instant> until) {
    return new AuditFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        since,
        until);
  }

  /** Every row. */
  public static AuditFilter everything() {
    return between(Optional.empty(), Optional.empty());
  }
}
