package io.tillbot.adapter.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.oauth.OAuthV2AccessResponse;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Platform;
import io.tillbot.core.access.Secret;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.install.Installer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Slack whether the app may come into a workspace. <a
 * href="https://docs.slack.dev/authentication/installing-with-oauth">Installing with OAuth</a>
 */
public final class SlackInstaller implements Installer, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SlackInstaller.class);
  private static final String BOT_TOKEN = "xoxb-";

  private final SlackWeb web;
  private final URI api;
  private final Client client;
  private final Clock clock;

  /**
   * The app as Slack knows it.
   *
   * @param redirect where browsers come back to, as the manifest names it
   */
  public record Client(String id, Secret secret, URI redirect) {}

  public SlackInstaller(SlackOptions options, Client client) {
    this.web = new SlackWeb(options);
    this.api = options.apiUrl();
    this.client = client;
    this.clock = options.clock();
  }

  @Override
  public Platform platform() {
    return Platform.SLACK;
  }

  @Override
  public URI question(TicketId state) {
    return api.resolve(
        "/oauth/v2/authorize?client_id="
            + encoded(client.id())
            + "&scope="
            + encoded(SlackScope.all())
            + "&state="
            + encoded(state.value())
            + "&redirect_uri="
            + encoded(client.redirect().toString()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  @Override
  public Answer redeem(String code) {
    try {
      OAuthV2AccessResponse response =
          web.slack()
              .methods()
              .oauthV2Access(
                  request ->
                      request
                          .clientId(client.id())
                          .clientSecret(client.secret().reveal())
                          .code(code)
                          .redirectUri(client.redirect().toString()));
      return response.isOk()
          ? letIn(response)
          : new Answer.Refused(Objects.requireNonNullElse(response.getError(), "unknown_error"));
    } catch (SlackApiException failure) {
      LOG.warn("an install: Slack answered with status {}", failure.getResponse().code());
      return new Answer.NoAnswer();
    } catch (IOException failure) {
      // Its message may name an address that is a secret.
      LOG.warn("an install: no answer from Slack ({})", failure.getClass().getSimpleName());
      return new Answer.NoAnswer();
    } catch (IllegalArgumentException odd) {
      LOG.error("an install: Slack's answer names no workspace or nobody");
      return new Answer.NoAnswer();
    }
  }

  private Answer letIn(OAuthV2AccessResponse response) {
    @Nullable String token = response.getAccessToken();
    if (token == null || !token.startsWith(BOT_TOKEN)) {
      // A token that is renewed every few hours would be dead soon.
      return new Answer.Refused("token_rotation_is_on");
    }
    OAuthV2AccessResponse.@Nullable Enterprise enterprise = response.getEnterprise();
    OAuthV2AccessResponse.@Nullable Team team = response.getTeam();
    SlackWorkspaces.Location where =
        new SlackWorkspaces.Location(
            enterprise == null ? null : enterprise.getId(),
            team == null || response.isEnterpriseInstall() ? null : team.getId());
    @Nullable String name = team == null ? null : team.getName();
    return new Answer.LetIn(
        SlackWorkspaces.install(where, Secret.of(token), clock.instant()),
        name != null
            ? name
            : enterprise == null ? "" : Objects.requireNonNullElse(enterprise.getName(), ""),
        new Caller(Platform.SLACK, where.workspace().id(), response.getAuthedUser().getId()));
  }

  @Override
  public void close() {
    web.close();
  }
}
