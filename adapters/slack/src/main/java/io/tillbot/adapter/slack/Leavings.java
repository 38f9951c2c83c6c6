package io.tillbot.adapter.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.Event;
import com.slack.api.model.event.TokensRevokedEvent;
import io.tillbot.adapter.slack.SlackWorkspaces.Location;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Workspaces that remove the app. Slack tells it twice, in either order, and repeats both: <a
 * href="https://docs.slack.dev/reference/events/app_uninstalled">app_uninstalled</a> and <a
 * href="https://docs.slack.dev/reference/events/tokens_revoked">tokens_revoked</a>. A person who
 * takes back what they have given the app alone leaves the workspace as it is.
 */
final class Leavings {
  private static final Logger LOG = LoggerFactory.getLogger(Leavings.class);

  private final Optional<SlackWorkspaces> workspaces;
  private final Clock clock;
  private final Executor threads;

  Leavings(SlackOptions options, Executor threads) {
    this.workspaces = options.workspaces();
    this.clock = options.clock();
    this.threads = threads;
  }

  /** The app was removed. */
  Response removed(EventsApiPayload<? extends Event> payload) {
    workspaces.ifPresent(
        all -> {
          if (all.left(location(payload), when(payload))) {
            threads.execute(() -> erase(all));
          }
        });
    return Response.ok();
  }

  /** Tokens were revoked. */
  Response revoked(EventsApiPayload<TokensRevokedEvent> payload) {
    TokensRevokedEvent.@Nullable Tokens tokens = payload.getEvent().getTokens();
    @Nullable List<String> bots = tokens == null ? null : tokens.getBot();
    return bots == null || bots.isEmpty() ? Response.ok() : removed(payload);
  }

  private static void erase(SlackWorkspaces all) {
    try {
      all.erase();
    } catch (RuntimeException broken) {
      LOG.error("what is to be erased is erased later", broken);
    }
  }

  private static Location location(EventsApiPayload<? extends Event> payload) {
    boolean isWhole =
        payload.getAuthorizations() != null
            && payload.getAuthorizations().stream()
                .anyMatch(one -> Boolean.TRUE.equals(one.getIsEnterpriseInstall()));
    return new Location(payload.getEnterpriseId(), isWhole ? null : payload.getTeamId());
  }

  private Instant when(EventsApiPayload<? extends Event> payload) {
    @Nullable Integer seconds = payload.getEventTime();
    return seconds == null || seconds == 0 ? clock.instant() : Instant.ofEpochSecond(seconds);
  }
}
