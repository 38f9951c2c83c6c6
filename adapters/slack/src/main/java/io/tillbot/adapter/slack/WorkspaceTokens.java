package io.tillbot.adapter.slack;

import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.auth.AuthTestResponse;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Secret;
import io.tillbot.core.reply.Value;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of the workspaces that have installed the app, and the one that is configured, for
 * where that belongs. An app that nobody else can install is in one workspace, and its token is for
 * everybody; otherwise Slack is asked once whose it is.
 */
final class WorkspaceTokens implements BotTokens {
  private final Optional<SlackWorkspaces> installed;
  private final Optional<Secret> configured;
  private final Slack slack;
  private volatile @Nullable Set<String> home;

  WorkspaceTokens(SlackOptions options, Slack slack) {
    this.installed = options.workspaces().filter(SlackWorkspaces::areInstalled);
    this.configured = options.botToken();
    this.slack = slack;
  }

  @Override
  public Optional<Secret> of(Caller caller) throws IOException {
    Optional<Secret> own = installed.flatMap(workspaces -> workspaces.token(caller));
    if (own.isPresent() || configured.isEmpty()) {
      return own;
    }
    return installed.isEmpty() || home(configured.get()).contains(caller.workspace())
        ? configured
        : Optional.empty();
  }

  /** Where the configured token belongs: its workspace, and the organisation around it. */
  private Set<String> home(Secret token) throws IOException {
    @Nullable Set<String> known = home;
    if (known != null) {
      return known;
    }
    Set<String> asked = asked(token);
    home = asked;
    return asked;
  }

  private Set<String> asked(Secret token) throws IOException {
    try {
      AuthTestResponse response = slack.methods(token.reveal()).authTest(request -> request);
      if (!response.isOk()) {
        throw new IOException(
            "slack.bot-token: Slack says "
                + Value.echo(String.valueOf(response.getError())).text());
      }
      return Stream.of(response.getTeamId(), response.getEnterpriseId())
          .filter(id -> id != null && !id.isEmpty())
          .collect(Collectors.toUnmodifiableSet());
    } catch (SlackApiException failure) {
      throw new IOException("Slack answered with status " + failure.getResponse().code());
    }
  }
}
