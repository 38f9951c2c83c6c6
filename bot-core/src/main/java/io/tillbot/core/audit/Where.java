package io.tillbot.core.audit;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Platform;
import java.util.Optional;

/**
 * Where something was done. Never says who did it: a conversation with one person is known by its
 * kind alone.
 *
 * @param platform none where the bot did it by itself
 * @param workspace the team's, where the platform has teams
 * @param kind none where many places are taken together
 * @param channel of a channel that several people are in
 */
public record Where(
    Optional<Platform> platform,
    Optional<String> workspace,
    Optional<Place.Kind> kind,
    Optional<String> channel) {

  public Where {
    boolean isOfOnePerson =
        kind.isEmpty()
            || kind.get() == Place.Kind.TERMINAL
            || kind.get() == Place.Kind.DIRECT_MESSAGE;
    if (channel.isPresent() && isOfOnePerson) {
      throw new IllegalArgumentException("the id of a conversation with one person names them");
    }
  }

  /** The place where somebody gave a command. */
  public static Where of(Caller caller, Place place) {
    Optional<String> channel =
        switch (place.kind()) {
          case TERMINAL, DIRECT_MESSAGE -> Optional.empty();
          // What is no id is left out, whatever a platform may send.
          case PRIVATE_CHANNEL, PUBLIC_CHANNEL -> Optional.of(place.id()).filter(Caller::isId);
        };
    return new Where(
        Optional.of(caller.platform()),
        Optional.ofNullable(caller.workspace()),
        Optional.of(place.kind()),
        channel);
  }

  /** Anywhere on the caller's platform, or in their workspace. */
  public static Where around(Caller caller) {
    return new Where(
        Optional.of(caller.platform()),
        Optional.ofNullable(caller.workspace()),
        Optional.empty(),
        Optional.empty());
  }

  /** Within the bot. */
  public static Where inside() {
    return new Where(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
