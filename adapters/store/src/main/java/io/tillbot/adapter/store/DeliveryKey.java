package io.tillbot.adapter.store;

import java.util.List;

/**
 * A row of the table {@code deliveries}.
 *
 * @param key the platform's, which is no secret
 */
record DeliveryKey(String key) implements SealedPlace {

  @Override
  public List<String> parts() {
    return List.of("deliveries", "body", key);
  }
}
