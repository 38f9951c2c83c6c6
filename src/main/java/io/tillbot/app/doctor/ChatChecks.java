package io.tillbot.app.doctor;

import io.tillbot.adapter.discord.DiscordCheckup;
import io.tillbot.adapter.slack.ManifestOptions;
import io.tillbot.adapter.slack.SlackCheckup;
import io.tillbot.app.Wiring;
import io.tillbot.app.config.Configuration;
import io.tillbot.core.access.Secret;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks at the chats and at the page for linking. */
final class ChatChecks {
  private static final String HTTP = "http";
  private static final String SLACK = "slack";
  private static final String DISCORD = "discord";

  /** The bot's scopes in a manifest, between their heading and the next part. */
  private static final Pattern SCOPES = Pattern.compile("(?s)\\n {4}bot:\\n(.*?)\\n\\S");

  private static final Pattern SCOPE = Pattern.compile("(?m)^ +- ([a-z:._]+)$");

  List<Finding> http(Configuration configuration) {
    return List.of(
        configuration.http().publicUrl() == null
            ? Finding.skipped(
                HTTP, "no public address: people are linked by an operator (./tillbot link)")
            : Finding.fine(HTTP, "people are sent to " + configuration.http().publicUrl()));
  }

  List<Finding> slack(Configuration.Slack slack) {
    return switch (slack) {
      case Configuration.Slack.Off _ -> List.of(Finding.skipped(SLACK, "switched off"));
      case Configuration.Slack.Http http -> List.of(slack(http.api(), http.botToken()));
      case Configuration.Slack.Socket socket -> List.of(slack(socket.api(), socket.botToken()));
    };
  }

  /** Where workspaces install the app by themselves, each has a token of its own. */
  private static Finding slack(URI api, @Nullable Secret token) {
    return token == null
        ? Finding.skipped(SLACK, "workspaces install it by themselves; no token of one's own")
        : looked(api, token);
  }

  private static Finding looked(URI api, Secret token) {
    return switch (Wiring.lookAtSlack(api, token, neededScopes())) {
      case SlackCheckup.Found.Good(String team, String bot, Set<String> missing) ->
          missing.isEmpty()
              ? Finding.fine(SLACK, "%s is in %s, with every scope".formatted(bot, team))
              : Finding.bad(
                  SLACK,
                  "the app lacks the scopes " + String.join(", ", missing),
                  "put what ./tillbot manifest slack prints into the app's manifest, and install"
                      + " it again");
      case SlackCheckup.Found.Refused(String error) ->
          Finding.bad(
              SLACK,
              "Slack refuses the bot's token: " + error,
              "copy the present one (OAuth & Permissions, Bot User OAuth Token) to"
                  + " slack.bot-token");
      case SlackCheckup.Found.Unreachable _ ->
          Finding.bad(
              SLACK,
              "Slack does not answer at " + api.getHost(),
              "let this machine reach it by https, and look at slack.api-url");
    };
  }

  /** Those of the manifest, which is where they are decided. */
  static Set<String> neededScopes() {
    String manifest = Wiring.slackManifest(ManifestOptions.example());
    return SCOPES
        .matcher(manifest)
        .results()
        .map(part -> part.group(1))
        .flatMap(scopes -> SCOPE.matcher(scopes).results())
        .map((MatchResult scope) -> scope.group(1))
        .collect(Collectors.toSet());
  }

  List<Finding> discord(Configuration.Discord discord) {
    return switch (discord) {
      case Configuration.Discord.Off _ -> List.of(Finding.skipped(DISCORD, "switched off"));
      case Configuration.Discord.On on ->
          Wiring.lookAtDiscord(on).stream().map(ChatChecks::discord).toList();
    };
  }

  private static Finding discord(DiscordCheckup.Found found) {
    return found
        .mend()
        .map(mend -> Finding.bad(DISCORD, found.text(), mend))
        .orElseGet(() -> Finding.fine(DISCORD, found.text()));
  }
}
