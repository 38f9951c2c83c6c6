package io.tillbot.core.simulation;

import io.tillbot.core.access.Platform;
import io.tillbot.core.delivery.Deliveries;
import io.tillbot.core.delivery.Delivery;
import io.tillbot.core.operation.OperationId;
import io.tillbot.core.port.UnitOfWork;
import io.tillbot.core.support.ForwardingUnitOfWork;
import java.time.Instant;
import java.util.List;

/** A unit of work of which is known, once it is durable, which messages it took up. */
final class WatchedUnit extends ForwardingUnitOfWork {
  private final List<String> takenUp;

  WatchedUnit(UnitOfWork unit, List<String> takenUp) {
    super(unit);
    this.takenUp = takenUp;
  }

  @Override
  public Deliveries deliveries() {
    return new Watched(super.deliveries(), takenUp);
  }

  private record Watched(Deliveries deliveries, List<String> takenUp) implements Deliveries {
    @Override
    public boolean claim(Delivery delivery, Instant now) {
      return noted(delivery, deliveries.claim(delivery, now));
    }

    @Override
    public boolean claimAgain(Delivery found, Instant lease) {
      return noted(found, deliveries.claimAgain(found, lease));
    }

    private boolean noted(Delivery delivery, boolean isTaken) {
      if (isTaken) {
        takenUp.add(delivery.key());
      }
      return isTaken;
    }

    @Override
    public boolean isKnown(String key) {
      return deliveries.isKnown(key);
    }

    @Override
    public void ledTo(String key, OperationId operation) {
      deliveries.ledTo(key, operation);
    }

    @Override
    public boolean done(String key, int tries, Instant now) {
      return deliveries.done(key, tries, now);
    }

    @Override
    public List<Delivery> expired(Platform platform, Instant now, int most) {
      return deliveries.expired(platform, now, most);
    }

    @Override
    public List<Delivery> waiting(Platform platform, String after, int most) {
      return deliveries.waiting(platform, after, most);
    }

    @Override
    public int forget(Instant endedBefore, int most) {
      return deliveries.forget(endedBefore, most);
    }
  }
}
