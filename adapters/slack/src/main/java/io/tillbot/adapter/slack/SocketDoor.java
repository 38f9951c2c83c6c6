package io.tillbot.adapter.slack;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.apps.connections.AppsConnectionsOpenResponse;
import io.tillbot.core.access.Secret;
import io.tillbot.core.reply.Value;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where WebSockets to Slack are opened: each at an address of its own, which serves once. <a
 * href="https://docs.slack.dev/reference/methods/apps.connections.open">apps.connections.open</a>
 */
final class SocketDoor {
  private static final int TOO_MANY = 429;
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

  private final SlackWeb web;
  private final SlackHosts hosts;
  private final Secret appToken;

  SocketDoor(SlackWeb web, SlackHosts hosts, Secret appToken) {
    this.web = web;
    this.hosts = hosts;
    this.appToken = appToken;
  }

  /**
   * Opens one.
   *
   * @throws ClosedException when there is none; its message is for the operator
   */
  SocketLink open(SocketLink.Ear ear) throws ClosedException {
    try {
      return SocketLink.open(address(), ear);
    } catch (SlackApiException failure) {
      int status = failure.getResponse().code();
      throw new ClosedException(
          "Slack answered with status " + status,
          status == TOO_MANY
              ? retryAfter(failure.getResponse().header("Retry-After"))
              : Optional.empty());
    } catch (ClosedException said) {
      throw said;
    } catch (IOException failure) {
      // Its message may name an address that is a secret.
      throw new ClosedException(
          "no answer (" + failure.getClass().getSimpleName() + ")", Optional.empty());
    }
  }

  private URI address() throws IOException, SlackApiException {
    AppsConnectionsOpenResponse response =
        web.slack().methods().appsConnectionsOpen(request -> request.token(appToken.reveal()));
    if (!response.isOk()) {
      throw new ClosedException(
          "Slack says "
              + Value.echo(String.valueOf(response.getError())).text()
              + "; Socket Mode needs to be on, and slack.app-token an xapp- token of this app with"
              + " the scope connections:write",
          Optional.of(LONGEST_PAUSE));
    }
    try {
      URI address = URI.create(response.getUrl());
      if (hosts.socketsAt(address)) {
        return address;
      }
    } catch (IllegalArgumentException unreadable) {
      // It is no address at all.
    }
    throw new ClosedException("Slack named an address that is not Slack's", Optional.empty());
  }

  private static Optional<Duration> retryAfter(@Nullable String header) {
    try {
      Duration asked = Duration.ofSeconds(Long.parseLong(String.valueOf(header)));
      return Optional.of(asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked);
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }

  /** Nothing was opened. */
  static final class ClosedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<Duration> pause;

    private ClosedException(String message, Optional<Duration> pause) {
      super(message, null);
      this.pause = pause;
    }

    /** How long to wait before the next attempt, where that is known. */
    Optional<Duration> pause() {
      return pause;
    }
  }
}
