package io.tillbot.adapter.slack;

import com.slack.api.methods.response.conversations.ConversationsInfoResponse;
import com.slack.api.model.Conversation;
import io.tillbot.adapter.slack.Known.Found;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Workspace;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What kind of conversation a channel is. One that is shared with another workspace counts as
 * public, since strangers are in it, and so does one that the app cannot read, as is a private one
 * that it was not invited to. Needs the scopes {@code channels:read} and {@code groups:read}. <a
 * href="https://docs.slack.dev/reference/methods/conversations.info">conversations.info</a>
 */
final class Channels {
  private static final int CHANNELS = 2_000;

  /** What was private may have been opened meanwhile. */
  private static final Duration LIFE = Duration.ofMinutes(5);

  private static final Duration AFTER_TROUBLE = Duration.ofMinutes(1);

  private final Lookups lookups;
  private final Known<Channel, Place.Kind> kinds;

  private record Channel(Workspace workspace, String id) {}

  Channels(Lookups lookups, Clock clock, Executor threads) {
    this.lookups = lookups;
    this.kinds = new Known<>(CHANNELS, Lookups.PATIENCE, clock, threads);
  }

  /** The kind of that channel, in which the caller is. */
  Place.Kind kind(Caller caller, String id) {
    return kinds.get(
        new Channel(Workspace.of(caller), id), () -> ask(caller, id), Place.Kind.PUBLIC_CHANNEL);
  }

  private Found<Place.Kind> ask(Caller caller, String id) {
    return lookups
        .ask(
            "conversations.info",
            caller,
            methods -> methods.conversationsInfo(request -> request.channel(id)))
        .map(ConversationsInfoResponse::getChannel)
        .map(told -> new Found<>(kind(told), LIFE))
        .orElseGet(() -> new Found<>(Place.Kind.PUBLIC_CHANNEL, AFTER_TROUBLE));
  }

  private static Place.Kind kind(@Nullable Conversation told) {
    if (told == null || isShared(told)) {
      return Place.Kind.PUBLIC_CHANNEL;
    }
    if (told.isIm()) {
      return Place.Kind.DIRECT_MESSAGE;
    }
    return told.isPrivate() || told.isMpim()
        ? Place.Kind.PRIVATE_CHANNEL
        : Place.Kind.PUBLIC_CHANNEL;
  }

  private static boolean isShared(Conversation told) {
    return told.isShared()
        || told.isExtShared()
        || told.isPendingExtShared()
        || told.isOrgShared()
        || told.isGlobalShared();
  }
}
