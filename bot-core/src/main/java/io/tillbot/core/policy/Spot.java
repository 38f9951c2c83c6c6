package io.tillbot.core.policy;

import io.tillbot.core.access.Place;

/** Where a rule holds. */
public sealed interface Spot {
  /** Whether that place is meant. */
  boolean includes(Place place);

  /** Everywhere of that kind. */
  record OfKind(Place.Kind kind) implements Spot {
    @Override
    public boolean includes(Place place) {
      return place.kind() == kind;
    }
  }

  /** One channel. */
  record InChannel(ChannelId channel) implements Spot {
    @Override
    public boolean includes(Place place) {
      return place.id().equals(channel.value());
    }
  }
}
