package io.tillbot.adapter.slack;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Platform;
import org.jspecify.annotations.Nullable;

/** Makes callers and places of Slack's ids. */
final class Whereabouts {
  private Whereabouts() {}

  /**
   * The caller: in an organisation with many workspaces a person is one and the same in all of
   * them, so the organisation counts where there is one.
   *
   * @throws IllegalArgumentException when these are not ids
   */
  static Caller caller(@Nullable String enterprise, @Nullable String team, @Nullable String user) {
    String workspace = enterprise == null || enterprise.isEmpty() ? team : enterprise;
    if (workspace == null || user == null) {
      throw new IllegalArgumentException("without a workspace or a user");
    }
    return new Caller(Platform.SLACK, workspace, user);
  }

  /**
   * The place, as far as its id tells it: only direct messages can be known by that alone. {@link
   * Surroundings} finds out the rest.
   */
  static Place place(@Nullable String channel) {
    String id = channel == null ? "" : channel;
    return new Place(
        id.startsWith("D") ? Place.Kind.DIRECT_MESSAGE : Place.Kind.PUBLIC_CHANNEL, id);
  }
}
