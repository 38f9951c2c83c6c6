package io.tillbot.adapter.discord;

import io.tillbot.core.command.CommandRegistry;
import io.tillbot.core.port.Texts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.exceptions.ParsingException;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * Looks whether Discord takes the token, in which servers the bot is and what it may do there, by
 * four requests. It does not connect: that would count against the day's connections and take
 * interactions away from a bot that runs.
 */
public final class DiscordCheckup {
  private static final URI DISCORD = URI.create("https://discord.com/api/v10/");
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final int UNAUTHORIZED = 401;

  private final DiscordOptions options;
  private final List<Found> found = new ArrayList<>();

  private DiscordCheckup(DiscordOptions options) {
    this.options = options;
  }

  /**
   * One thing that was looked at.
   *
   * @param mend what to do about it; empty when it is fine
   */
  public record Found(String text, Optional<String> mend) {
    private static Found fine(String text) {
      return new Found(text, Optional.empty());
    }

    private static Found bad(String text, String mend) {
      return new Found(text, Optional.of(mend));
    }
  }

  /** Looks; never throws for anything that Discord or the network does. */
  public static List<Found> look(DiscordOptions options, CommandRegistry registry, Texts texts) {
    DiscordCheckup checkup = new DiscordCheckup(options);
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(LIMIT).build()) {
      checkup.look(http, registry, texts);
    } catch (IOException | ParsingException unreachable) {
      checkup.found.add(
          Found.bad(
              "Discord does not answer at " + checkup.api().getHost(),
              "let this machine reach it by https, and look at discord.api-url"));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return List.copyOf(checkup.found);
  }

  private URI api() {
    return options.api().orElse(DISCORD);
  }

  private void look(HttpClient http, CommandRegistry registry, Texts texts)
      throws IOException, InterruptedException {
    HttpResponse<String> me = get(http, "users/@me");
    if (me.statusCode() == UNAUTHORIZED) {
      found.add(
          Found.bad(
              "Discord does not accept the bot's token",
              "copy the present one from the developer portal (Bot, Reset Token) to"
                  + " discord.token"));
      return;
    }
    DataObject bot = DataObject.fromJson(me.body());
    String application = DataObject.fromJson(get(http, "applications/@me").body()).getString("id");
    found.add(Found.fine("the token is that of " + bot.getString("username", "a bot")));
    connections(DataObject.fromJson(get(http, "gateway/bot").body()));
    URI invitation = DiscordManifest.of(registry, texts, Optional.of(application)).invitation();
    servers(DataArray.fromJson(get(http, "users/@me/guilds").body()), invitation);
  }

  private void connections(DataObject gateway) {
    DataObject limit = gateway.getObject("session_start_limit");
    int left = limit.getInt("remaining");
    found.add(
        left > 0
            ? Found.fine("%d connections are left today".formatted(left))
            : Found.bad(
                "no connection is left today",
                "wait %d minutes; does a program start again and again with this token?"
                    .formatted(Duration.ofMillis(limit.getInt("reset_after")).toMinutes())));
  }

  private void servers(DataArray guilds, URI invitation) {
    List<DataObject> servers = guilds.stream(DataArray::getObject).toList();
    if (servers.isEmpty()) {
      found.add(Found.bad("the bot is in no server", "invite it: " + invitation));
    }
    for (DataObject server : servers) {
      found.add(server(server, invitation));
    }
    for (String id : options.guilds()) {
      if (servers.stream().noneMatch(server -> server.getString("id").equals(id))) {
        found.add(
            Found.bad(
                "discord.guilds names server %s, where the bot is not".formatted(id),
                "invite it there: " + invitation));
      }
    }
  }

  private static Found server(DataObject server, URI invitation) {
    String name = "server " + server.getString("id");
    String missing =
        Permissions.missing(Long.parseLong(server.getString("permissions", "0"))).stream()
            .map(Permission::getName)
            .sorted()
            .collect(Collectors.joining(", "));
    return missing.isEmpty()
        ? Found.fine(name + ": it may do what it needs")
        : Found.bad(
            name + ": it lacks " + missing,
            "give them to its role, or invite it anew: " + invitation);
  }

  private HttpResponse<String> get(HttpClient http, String path)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(api().resolve(path))
            .timeout(LIMIT)
            .header("Authorization", "Bot " + options.token().reveal())
            .header("User-Agent", "DiscordBot (https://github.com/tillbot, 0.1)")
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
