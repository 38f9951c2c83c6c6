package io.tillbot.core.delivery;

import io.tillbot.core.access.Platform;
import java.util.Map;

/**
 * Where an answer goes when nobody waits for it any more. Opaque to everybody but the platform's
 * adapter, and not to be shown: whoever has it may be able to post there. Prints as its platform.
 *
 * @param address by names of the adapter's
 */
public record Destination(Platform platform, Map<String, String> address) {
  public Destination {
    address = Map.copyOf(address);
  }

  @Override
  public String toString() {
    return "Destination[" + platform + "]";
  }
}
