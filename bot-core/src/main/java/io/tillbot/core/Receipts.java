package io.tillbot.core;

import io.tillbot.core.access.CredentialVault;
import io.tillbot.core.access.Platform;
import io.tillbot.core.delivery.Delivery;
import io.tillbot.core.execution.Means;
import io.tillbot.core.operation.OperationId;
import io.tillbot.core.port.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes each delivered message up once, and finds those again that no process has brought to an
 * end. It is ended when its answer was handed over, never before: whoever dies in between leaves it
 * to be answered again.
 */
final class Receipts {
  /** A message that was taken up so often and still has no end is given up. */
  static final int MOST_TRIES = 3;

  /** Longer than any platform goes on delivering. */
  private static final Duration KEPT = Duration.ofHours(24);

  private static final int AT_ONCE = 100;

  private final Means means;

  Receipts(Means means) {
    this.means = means;
  }

  /** What this process has taken up; to be ended with its answer. */
  record Receipt(String key, int tries) {
    /** Remembers which write the message led to, in that write's own unit of work. */
    void ledTo(UnitOfWork unit, OperationId operation) {
      unit.deliveries().ledTo(key, operation);
    }
  }

  /** Takes it up; empty when somebody has done so before. */
  Optional<Receipt> claim(Delivered delivered) {
    Instant now = means.now();
    Delivery delivery =
        new Delivery(
            delivered.key(),
            1,
            now.plus(means.lifetimes().delivery()),
            Optional.empty(),
            DeliveredFacts.of(delivered));
    boolean isNew = means.store().write(unit -> unit.deliveries().claim(delivery, now));
    return isNew ? Optional.of(new Receipt(delivered.key(), 1)) : Optional.empty();
  }

  /** Whether somebody has taken it up; where the store fails, nobody knows of it. */
  boolean isKnown(Delivered delivered) {
    try {
      return means.store().read(unit -> unit.deliveries().isKnown(delivered.key()));
    } catch (CredentialVault.VaultException broken) {
      return false;
    }
  }

  /** Its answer was handed over. */
  void end(Receipt receipt) {
    means
        .store()
        .write(unit -> unit.deliveries().done(receipt.key(), receipt.tries(), means.now()));
  }

  /** Those of the platform that whoever took them up has not ended in time. */
  List<Delivery> left(Platform platform) {
    return means.store().read(unit -> unit.deliveries().expired(platform, means.now(), AT_ONCE));
  }

  /** Takes up one of those again; empty when somebody else has. */
  Optional<Receipt> claimAgain(Delivery left) {
    Instant lease = means.now().plus(means.lifetimes().delivery());
    boolean isMine = means.store().write(unit -> unit.deliveries().claimAgain(left, lease));
    return isMine ? Optional.of(new Receipt(left.key(), left.tries() + 1)) : Optional.empty();
  }

  /** Gives up on one that was tried too often, or is illegible. */
  void giveUp(Delivery left) {
    end(new Receipt(left.key(), left.tries()));
  }

  /** Forgets those that no platform delivers any more. */
  void forgetOld() {
    means.store().write(unit -> unit.deliveries().forget(means.now().minus(KEPT), AT_ONCE));
  }
}
