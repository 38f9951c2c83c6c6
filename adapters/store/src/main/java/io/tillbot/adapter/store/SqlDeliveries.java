package io.tillbot.adapter.store;

import io.tillbot.core.access.Platform;
import io.tillbot.core.delivery.Deliveries;
import io.tillbot.core.delivery.Delivery;
import io.tillbot.core.operation.OperationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deliveries as rows, within a unit of work; what was received is sealed until it is done. */
final class SqlDeliveries implements Deliveries {
  private static final Logger log = LoggerFactory.getLogger(SqlDeliveries.class);

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

  /** One that does not open must not keep the others from being taken up. */
  @Override
  public List<Delivery> expired(Platform platform, Instant now, int most) {
    return VaultFailures.translated(
            () -> rows.expired(platform.id() + "/", now.toEpochMilli(), most))
        .stream()
        .flatMap(row -> legible(row).stream())
        .toList();
  }

  @Override
  public int forget(Instant endedBefore, int most) {
    return VaultFailures.translated(() -> rows.forget(Millis.before(endedBefore), most));
  }

  private Optional<Delivery> legible(DeliveryRow row) {
    Optional<byte[]> message = sealer.open(row.body(), row.key());
    if (message.isEmpty()) {
      log.error("The delivery {} does not open, its row was damaged or moved", row.key().key());
      return Optional.empty();
    }
    return Optional.of(
        new Delivery(
            row.key().key(),
            row.tries(),
            Instant.ofEpochMilli(row.lease()),
            Optional.ofNullable(row.operation()).map(OperationId::new),
            Facts.decode(message.get())));
  }
}
