package io.tillbot.app;

import io.tillbot.adapter.discord.DiscordAdapter;
import io.tillbot.adapter.discord.DiscordOptions;
import io.tillbot.adapter.slack.SlackApp;
import io.tillbot.adapter.slack.SlackOptions;
import io.tillbot.adapter.slack.SlackResponse;
import io.tillbot.adapter.web.Endpoint;
import io.tillbot.adapter.web.LinkSite;
import io.tillbot.adapter.web.Mounted;
import io.tillbot.adapter.web.WebOptions;
import io.tillbot.adapter.web.WebServer;
import io.tillbot.app.config.Configuration;
import io.tillbot.core.Bot;
import io.tillbot.core.Catalogue;
import io.tillbot.core.access.Platform;
import io.tillbot.core.access.Secret;
import io.tillbot.core.port.Jobs;
import io.tillbot.core.port.Messenger;
import io.tillbot.core.service.ServiceAccountWatch;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What {@code run} starts: the chats, the HTTP server, and the work that comes round by itself. */
final class Startup {
  private static final Duration SWEEP = Duration.ofSeconds(2);
  private static final Duration HOURLY = Duration.ofHours(1);

  private final Bot bot;
  private final Catalogue catalogue;
  private final ServiceAccountWatch serviceAccounts;
  private final Supplier<LinkSite> linkSite;
  private final Clock clock;
  private final Chats chats = new Chats();
  private final List<Jobs.Job> jobs = new ArrayList<>();
  private final List<Mounted> mounted = new ArrayList<>();

  Startup(
      Bot bot,
      Catalogue catalogue,
      ServiceAccountWatch serviceAccounts,
      Supplier<LinkSite> linkSite,
      Clock clock) {
    this.bot = bot;
    this.catalogue = catalogue;
    this.serviceAccounts = serviceAccounts;
    this.linkSite = linkSite;
    this.clock = clock;
  }

  /** Starts everything; where one thing cannot be started, nothing is. */
  Chats start(Configuration configuration, Jobs scheduler) {
    jobs.add(new Jobs.Job("operations", SWEEP, () -> catalogue.operations().sweep()));
    jobs.add(new Jobs.Job("audit-strangers", SWEEP, bot.auditor()::flush));
    jobs.add(new Jobs.Job("audit-heads", HOURLY, bot.auditor()::logHeads));
    jobs.add(new Jobs.Job("service-accounts", HOURLY, serviceAccounts::look));
    try {
      slack(configuration.slack());
      http(configuration.http());
      discord(configuration.discord());
      // Last, so that they end first: they post by the chats.
      chats.add(
          "the worker: sends held changes, looks again at unknown ones", scheduler.start(jobs));
      return chats;
    } catch (RuntimeException notAll) {
      chats.close();
      throw notAll;
    }
  }

  /** People may wait there for answers that another process owes them. */
  private void answersIn(Platform platform, Messenger messenger) {
    jobs.add(
        new Jobs.Job(
            "deliveries-" + platform.id(), SWEEP, () -> bot.answerLeft(platform, messenger)));
  }

  private void slack(Configuration.Slack configured) {
    switch (configured) {
      case Configuration.Slack.Off _, Configuration.Slack.Socket _ -> {}
      case Configuration.Slack.Http(URI api, Secret signing, Secret token, var _) -> {
        SlackApp slack =
            new SlackApp(
                bot,
                catalogue.registry(),
                Wiring.texts(),
                SlackOptions.of(signing, token).withApiUrl(api).withClock(clock));
        chats.add("Slack", slack);
        mounted.add(new Endpoint("/slack/events", (headers, body) -> answer(slack, headers, body)));
        answersIn(Platform.SLACK, slack.messenger());
      }
    }
  }

  private static Endpoint.Answer answer(
      SlackApp slack, Map<String, List<String>> headers, byte[] body) {
    SlackResponse response = slack.handle(headers, body);
    return new Endpoint.Answer(response.status(), response.headers(), response.body());
  }

  /** The server, where there is something for it to serve. */
  private void http(Configuration.Http http) {
    if (http.publicUrl() != null) {
      mounted.add(linkSite.get());
    }
    if (!mounted.isEmpty()) {
      WebServer server = WebServer.start(new WebOptions(http.address(), http.port()), mounted);
      chats.add("HTTP, port " + server.port(), server);
    }
  }

  private void discord(Configuration.Discord discord) {
    switch (discord) {
      case Configuration.Discord.Off _ -> {}
      case Configuration.Discord.On(Secret token, var guilds, URI api, @Nullable URI gateway) -> {
        DiscordAdapter adapter =
            DiscordAdapter.start(
                DiscordOptions.of(token).inGuilds(guilds).at(api, gateway),
                bot,
                catalogue.registry(),
                Wiring.texts());
        chats.add("Discord", adapter);
        answersIn(Platform.DISCORD, adapter.messenger());
      }
    }
  }
}
