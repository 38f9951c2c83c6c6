package io.tillbot.core;

import io.tillbot.core.access.Place;
import io.tillbot.core.delivery.Destination;
import java.util.Optional;

/**
 * A message that a platform may deliver more than once, its sender verified.
 *
 * @param key the same whenever it is delivered again, and no other message's: the platform's name,
 *     a slash and its own id, such as {@code discord/1234567890}
 * @param destination where its answer goes when this process cannot give it; empty where the
 *     platform takes no late answers
 */
public record Delivered(String key, Message message, Optional<Destination> destination) {
  private static final int LONGEST_KEY = 200;

  public Delivered {
    String platform = message.caller().platform().id() + "/";
    if (!key.startsWith(platform)
        || key.length() == platform.length()
        || key.length() > LONGEST_KEY) {
      throw new IllegalArgumentException("not a delivery's key");
    }
  }

  /** The same, given at a place of which more is known. */
  Delivered at(Place seen) {
    return new Delivered(key, message.at(seen), destination);
  }
}
