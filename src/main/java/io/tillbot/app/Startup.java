package io.tillbot.app;

import io.tillbot.adapter.discord.DiscordAdapter;
import io.tillbot.adapter.slack.SlackApp;
import io.tillbot.adapter.slack.SlackInstaller;
import io.tillbot.adapter.slack.SlackResponse;
import io.tillbot.adapter.web.Endpoint;
import io.tillbot.adapter.web.Mounted;
import io.tillbot.adapter.web.WebServer;
import io.tillbot.app.config.Configuration;
import io.tillbot.core.Bot;
import io.tillbot.core.access.Platform;
import io.tillbot.core.port.Jobs;
import io.tillbot.core.port.Messenger;
import io.tillbot.core.service.ServiceAccountWatch;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code run} starts: the chats, the HTTP server, and the work that comes round by itself. */
final class Startup {
  private static final Duration SWEEP = Duration.ofSeconds(2);

  /** Each time costs commits, and a quarter of an hour is what they count. */
  private static final Duration EVERY_MINUTE = Duration.ofMinutes(1);

  private static final Duration HOURLY = Duration.ofHours(1);

  private final Wiring wiring;
  private final Bot bot;
  private final Chats chats = new Chats();
  private final List<Jobs.Job> jobs = new ArrayList<>();
  private final List<Mounted> mounted = new ArrayList<>();

  /**
   * @param wiring makes the parts
   */
  Startup(Wiring wiring) {
    this.wiring = wiring;
    this.bot = wiring.bot();
  }

  /** Starts everything; where one thing cannot be started, nothing is. */
  Chats start(Configuration configuration, Jobs scheduler) {
    ServiceAccountWatch serviceAccounts = wiring.serviceAccounts();
    jobs.add(new Jobs.Job("operations", SWEEP, () -> wiring.catalogue().operations().sweep()));
    jobs.add(new Jobs.Job("audit-strangers", EVERY_MINUTE, bot.auditor()::flush));
    jobs.add(new Jobs.Job("audit-heads", HOURLY, bot.auditor()::logHeads));
    jobs.add(new Jobs.Job("service-accounts", HOURLY, serviceAccounts::look));
    jobs.add(new Jobs.Job("workspaces-that-left", EVERY_MINUTE, wiring.erasure()::goOn));
    try {
      slack(configuration.slack(), configuration.http());
      http(configuration.http());
      discord(configuration.discord());
      // They post by the chats, and end after them: first nobody gives commands any more.
      chats.addBelow(
          "the worker: sends held changes, looks again at unknown ones", scheduler.start(jobs));
      // The hour may begin in another process, or after this one's end.
      bot.auditor().logHeads();
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

  private void slack(Configuration.Slack configured, Configuration.Http http) {
    switch (configured) {
      case Configuration.Slack.Off _ -> {}
      case Configuration.Slack.Http slack -> {
        SlackApp app = wiring.slack(slack);
        chats.add("Slack", app);
        mounted.add(new Endpoint("/slack/events", (headers, body) -> answer(app, headers, body)));
        answersIn(Platform.SLACK, app.messenger());
        wiring.notices().joins(Platform.SLACK, app.notices());
        installs(slack.api(), slack.install(), http);
      }
      case Configuration.Slack.Socket slack -> {
        SlackApp app = wiring.slack(slack);
        chats.add("Slack, by a socket", app);
        answersIn(Platform.SLACK, app.messenger());
        wiring.notices().joins(Platform.SLACK, app.notices());
        installs(slack.api(), slack.install(), http);
        // Closed before the app, which then ends what came through it.
        chats.addQuietly(app.openSocket(slack.appToken()));
      }
    }
  }

  /** Where others may install the app. */
  private void installs(
      URI api, Configuration.Slack.@Nullable Install install, Configuration.Http http) {
    if (install != null && http.publicUrl() != null) {
      SlackInstaller installer = wiring.slackInstaller(api, install, http.publicUrl());
      chats.addQuietly(installer);
      mounted.add(wiring.installSite(http, installer));
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
      mounted.add(wiring.linkSite(http));
    }
    if (!mounted.isEmpty()) {
      WebServer server = Wiring.server(http, mounted);
      chats.add("HTTP, port " + server.port(), server);
    }
  }

  private void discord(Configuration.Discord discord) {
    switch (discord) {
      case Configuration.Discord.Off _ -> {}
      case Configuration.Discord.On on -> {
        DiscordAdapter adapter = wiring.discord(on);
        chats.add("Discord", adapter);
        answersIn(Platform.DISCORD, adapter.messenger());
      }
    }
  }
}
