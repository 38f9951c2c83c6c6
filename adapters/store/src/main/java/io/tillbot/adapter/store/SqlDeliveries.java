package io.tillbot.adapter.store;

import io.tillbot.core.access.Platform;
import io.tillbot.core.delivery.Deliveries;
import io.tillbot.core.delivery.Delivery;
import io.tillbot.core.operation.OperationId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Deliveries as rows, within a unit of work; what was received is sealed until it is done. */
final class SqlDeliveries implements Deliveries {
  private final DeliveryRows rows;
  private final Sealer sealer;

  SqlDeliveries(DeliveryRows rows, Sealer sealer) {
    this.rows = rows;
    this.sealer = sealer;
  }

  @Override
  public boolean claim(Delivery delivery, Instant now) {
    return VaultFailures.translated(
        () -> {
          DeliveryKey key = new DeliveryKey(delivery.key());
          return rows.add(
              new DeliveryRow(
                  key,
                  delivery.tries(),
                  delivery.lease().toEpochMilli(),
                  delivery.operation().map(OperationId::value).orElse(null),
                  sealer.seal(Facts.encode(delivery.message()), key)),
              now.toEpochMilli());
        });
  }

  @Override
  public boolean isKnown(String key) {
    return VaultFailures.translated(() -> rows.isThere(key));
  }

  @Override
  public boolean claimAgain(Delivery found, Instant lease) {
    return VaultFailures.translated(
        () ->
            rows.takeAgain(
                found.key(), found.tries(), found.lease().toEpochMilli(), lease.toEpochMilli()));
  }

  @Override
  public void ledTo(String key, OperationId operation) {
    VaultFailures.translated(
        () -> {
          rows.setOperation(key, operation.value());
          return key;
        });
  }

  @Override
  public boolean done(String key, int tries, Instant now) {
    return VaultFailures.translated(() -> rows.end(key, tries, now.toEpochMilli()));
  }

  @Override
  public List<Delivery> expired(Platform platform, Instant now, int most) {
    return VaultFailures.translated(
            () -> rows.expired(platform.id() + "/", now.toEpochMilli(), most))
        .stream()
        .map(this::delivery)
        .toList();
  }

  @Override
  public List<Delivery> waiting(Platform platform, String after, int most) {
    return VaultFailures.translated(() -> rows.waiting(platform.id() + "/", after, most)).stream()
        .map(this::delivery)
        .toList();
  }

  @Override
  public int forget(Instant endedBefore, int most) {
    return VaultFailures.translated(() -> rows.forget(Millis.before(endedBefore), most));
  }

  private Delivery delivery(DeliveryRow row) {
    return new Delivery(
        row.key().key(),
        row.tries(),
        Instant.ofEpochMilli(row.lease()),
        Optional.ofNullable(row.operation()).map(OperationId::new),
        sealer.open(row.body(), row.key()).map(Facts::decode).orElse(Map.of()));
  }
}
