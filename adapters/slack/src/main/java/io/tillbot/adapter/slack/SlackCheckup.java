package io.tillbot.adapter.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.auth.AuthTestResponse;
import io.tillbot.core.access.Secret;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether Slack takes the bot's token, and what it may do: <a
 * href="https://docs.slack.dev/reference/methods/auth.test">auth.test</a>, whose answer's header
 * {@code x-oauth-scopes} lists the scopes.
 */
public final class SlackCheckup {
  private static final Logger LOG = LoggerFactory.getLogger(SlackCheckup.class);
  private static final String SCOPES = "x-oauth-scopes";

  private SlackCheckup() {}

  /** What was found. */
  public sealed interface Found {
    /**
     * The token is good.
     *
     * @param missing scopes that are needed and were not given
     */
    record Good(String team, String bot, Set<String> missing) implements Found {}

    /**
     * Slack does not take it.
     *
     * @param error Slack's own word, such as {@code invalid_auth}
     */
    record Refused(String error) implements Found {}

    /** Nobody answered. */
    record Unreachable() implements Found {}
  }

  /**
   * Asks Slack.
   *
   * @param api ends with a slash
   * @param needed the scopes of the manifest
   */
  public static Found look(URI api, Secret botToken, Set<String> needed) {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(api.toString());
    config.setProxyUrl(null);
    config.setStatsEnabled(false);
    config.getHttpClientResponseHandlers().clear();
    Slack slack = Slack.getInstance(config);
    try {
      AuthTestResponse answer = slack.methods(botToken.reveal()).authTest(request -> request);
      return answer.isOk()
          ? new Found.Good(
              String.valueOf(answer.getTeam()),
              String.valueOf(answer.getUser()),
              missing(answer.getHttpResponseHeaders(), needed))
          : new Found.Refused(String.valueOf(answer.getError()));
    } catch (SlackApiException refused) {
      return new Found.Refused("status " + refused.getResponse().code());
    } catch (IOException unreachable) {
      return new Found.Unreachable();
    } finally {
      close(slack);
    }
  }

  private static void close(Slack slack) {
    try {
      slack.close();
    } catch (Exception kept) {
      LOG.debug("a client of Slack's was not closed", kept);
    }
  }

  /** Headers' names are in any case. */
  private static Set<String> missing(Map<String, List<String>> headers, Set<String> needed) {
    List<String> given = new ArrayList<>();
    headers.forEach(
        (name, values) -> {
          if (name.equalsIgnoreCase(SCOPES)) {
            values.forEach(value -> given.addAll(Arrays.asList(value.split("\\s*,\\s*"))));
          }
        });
    return needed.stream()
        .filter(scope -> !given.contains(scope))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
