package io.tillbot.adapter.slack;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import java.util.Set;

/**
 * What Slack knows of a place beyond its id, which is all that a command tells: its kind, and the
 * user groups that the caller is in, which are their roles. May wait for Slack, so it is never
 * asked before an acknowledgement; never throws.
 */
final class Surroundings {
  private final Channels channels;
  private final UserGroups groups;

  Surroundings(Channels channels, UserGroups groups) {
    this.channels = channels;
    this.groups = groups;
  }

  /** The place as it is; in direct messages nobody has a role. */
  Place seen(Caller caller, Place told) {
    if (told.kind() == Place.Kind.DIRECT_MESSAGE || told.id().isEmpty()) {
      return told;
    }
    Place.Kind kind = channels.kind(caller, told.id());
    Set<String> roles = kind == Place.Kind.DIRECT_MESSAGE ? Set.of() : groups.of(caller);
    return new Place(kind, told.id(), roles);
  }
}
