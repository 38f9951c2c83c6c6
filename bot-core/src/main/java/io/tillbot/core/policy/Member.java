package io.tillbot.core.policy;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Platform;

/** Who has a role. */
public sealed interface Member {
  /** Whether the caller is meant, where they are now. */
  boolean includes(Caller caller, Place place);

  /** One person, wherever they are. */
  record Person(Caller caller) implements Member {
    @Override
    public boolean includes(Caller other, Place place) {
      return caller.equals(other);
    }
  }

  /**
   * Whoever has a role or is in a group of the platform. Nobody in a direct message: what people
   * are elsewhere is not known there.
   *
   * @param id the platform's id of the role or group
   */
  record Group(Platform platform, String id) implements Member {
    public Group {
      if (!Caller.isId(id)) {
        throw new IllegalArgumentException("not the id of a role or group");
      }
    }

    @Override
    public boolean includes(Caller caller, Place place) {
      return caller.platform() == platform
          && place.kind() != Place.Kind.DIRECT_MESSAGE
          && place.roles().contains(id);
    }
  }

  /** Anybody, linked or not. */
  record Everybody() implements Member {
    @Override
    public boolean includes(Caller caller, Place place) {
      return true;
    }
  }
}
