package io.tillbot.core.support;

import io.tillbot.core.access.Platform;
import io.tillbot.core.delivery.Deliveries;
import io.tillbot.core.delivery.Delivery;
import io.tillbot.core.operation.OperationId;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Deliveries for tests. */
final class InMemoryDeliveries implements Deliveries {
  private final Map<String, Row> rows;

  private record Row(Delivery delivery, @Nullable Instant ended) {}

  InMemoryDeliveries() {
    this.rows = new LinkedHashMap<>();
  }

  /** A copy that goes its own way from here. */
  InMemoryDeliveries(InMemoryDeliveries original) {
    this.rows = new LinkedHashMap<>(original.rows);
  }

  @Override
  public boolean claim(Delivery delivery, Instant now) {
    return rows.putIfAbsent(delivery.key(), new Row(delivery, null)) == null;
  }

  @Override
  public boolean isKnown(String key) {
    return rows.containsKey(key);
  }

  @Override
  public boolean claimAgain(Delivery found, Instant lease) {
    Row row = rows.get(found.key());
    if (row == null || row.ended() != null || row.delivery().tries() != found.tries()) {
      return false;
    }
    rows.put(
        found.key(),
        new Row(
            new Delivery(
                found.key(),
                found.tries() + 1,
                lease,
                row.delivery().operation(),
                row.delivery().message()),
            null));
    return true;
  }

  @Override
  public void ledTo(String key, OperationId operation) {
    rows.computeIfPresent(
        key,
        (_, row) ->
            new Row(
                new Delivery(
                    key,
                    row.delivery().tries(),
                    row.delivery().lease(),
                    Optional.of(operation),
                    row.delivery().message()),
                row.ended()));
  }

  @Override
  public boolean done(String key, int tries, Instant now) {
    Row row = rows.get(key);
    if (row == null || row.ended() != null || row.delivery().tries() != tries) {
      return false;
    }
    rows.put(
        key,
        new Row(
            new Delivery(key, tries, row.delivery().lease(), row.delivery().operation(), Map.of()),
            now));
    return true;
  }

  @Override
  public List<Delivery> expired(Platform platform, Instant now, int most) {
    return rows.values().stream()
        .filter(row -> row.delivery().key().startsWith(platform.id() + "/"))
        .filter(row -> row.ended() == null && !row.delivery().lease().isAfter(now))
        .map(Row::delivery)
        .sorted(Comparator.comparing(Delivery::lease))
        .limit(most)
        .toList();
  }

  @Override
  public List<Delivery> waiting(Platform platform, String after, int most) {
    return rows.values().stream()
        .filter(row -> row.ended() == null)
        .map(Row::delivery)
        .filter(one -> one.key().startsWith(platform.id() + "/") && one.key().compareTo(after) > 0)
        .sorted(Comparator.comparing(Delivery::key))
        .limit(most)
        .toList();
  }

  @Override
  public int forget(Instant endedBefore, int most) {
    List<String> gone =
        rows.entrySet().stream()
            .filter(
                entry -> {
                  Instant ended = entry.getValue().ended();
                  return ended != null && ended.isBefore(endedBefore);
                })
            .limit(most)
            .map(Map.Entry::getKey)
            .toList();
    gone.forEach(rows::remove);
    return gone.size();
  }
}
