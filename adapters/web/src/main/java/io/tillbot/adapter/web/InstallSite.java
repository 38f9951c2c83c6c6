package io.tillbot.adapter.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.tillbot.core.install.InstallPage;
import io.tillbot.core.install.InstallPage.Begun;
import io.tillbot.core.install.InstallPage.Ended;
import io.tillbot.core.install.InstallPage.Returned;
import io.tillbot.core.link.PublicAddress;
import io.tillbot.core.port.RateLimiter;
import io.tillbot.core.port.Texts;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pages by which a Slack workspace lets the bot in: {@code /slack/install}, also in a chosen
 * language, and {@code /slack/oauth_redirect}, where browsers come back to. The one cookie knows
 * the browser again, for ten minutes.
 */
public final class InstallSite implements Mounted {
  /** Where browsers come back to, below the public address. */
  public static final String RETURN = "/slack/oauth_redirect";

  private static final Logger LOG = LoggerFactory.getLogger(InstallSite.class);
  private static final String DOOR = "/slack/install";
  private static final String COOKIE = "tillbot-install";

  private final InstallPage page;
  private final PublicAddress address;
  private final RateLimiter limiter;
  private final ClientAddress clients;
  private final PageTemplate template = new PageTemplate();
  private final PageHeaders headers = new PageHeaders(template.styleHash());
  private final InstallWords words;

  /**
   * The site.
   *
   * @param address where browsers reach the server, as they see it
   * @param limiter asked with the client's address
   * @param proxies how many reverse proxies stand before the server and add to X-Forwarded-For
   */
  public InstallSite(
      InstallPage page, Texts texts, PublicAddress address, RateLimiter limiter, int proxies) {
    this.page = page;
    this.address = address;
    this.limiter = limiter;
    this.clients = new ClientAddress(proxies);
    this.words = new InstallWords(texts);
  }

  void mount(RoutesConfig routes) {
    for (String route : List.of(DOOR, DOOR + "/{language}")) {
      routes.get(route, context -> serve(context, this::begin));
      routes.head(route, context -> serve(context, this::look));
    }
    routes.get(RETURN, context -> serve(context, this::end));
    // Whoever only looks must not use the answer up.
    routes.addHttpHandler(HandlerType.HEAD, RETURN, context -> serve(context, this::notAllowed));
  }

  private interface Work {
    void answer(Context context, PageLanguage language);
  }

  private void serve(Context context, Work work) {
    headers.put(context, address.base());
    Optional<PageLanguage> chosen = chosen(context);
    PageLanguage language =
        chosen.orElseGet(() -> PageLanguage.preferred(context.header("Accept-Language")));
    try {
      Optional<Duration> wait = limiter.tooSoon(clients.of(context));
      if (wait.isPresent()) {
        long seconds = wait.get().plusSeconds(1).minusNanos(1).toSeconds();
        context.header("Retry-After", Long.toString(seconds));
        show(context, HttpStatus.TOO_MANY_REQUESTS, words.tooSoon(seconds, language));
      } else if (context.pathParamMap().containsKey("language") && chosen.isEmpty()) {
        show(context, HttpStatus.NOT_FOUND, words.stale(language));
      } else {
        work.answer(context, language);
      }
    } catch (RuntimeException broken) {
      LOG.error("route={} failed", AccessLog.route(context), broken);
      show(context, HttpStatus.SERVICE_UNAVAILABLE, words.failed(language));
    }
  }

  private static Optional<PageLanguage> chosen(Context context) {
    return Optional.ofNullable(context.pathParamMap().get("language")).flatMap(PageLanguage::ofTag);
  }

  private void look(Context context, PageLanguage language) {
    context.status(HttpStatus.OK);
  }

  private void begin(Context context, PageLanguage language) {
    Begun begun = page.begin();
    context.header("Set-Cookie", cookie(begun.browser(), InstallPage.LIFE));
    LinkAddresses addresses = new LinkAddresses("install", chosen(context).isPresent());
    show(context, HttpStatus.OK, words.asking(begun.question(), language, addresses));
  }

  private void end(Context context, PageLanguage language) {
    Returned returned =
        new Returned(
            Optional.ofNullable(context.queryParam("state")),
            Optional.ofNullable(context.cookie(COOKIE)),
            Optional.ofNullable(context.queryParam("code")),
            Optional.ofNullable(context.queryParam("error")));
    Ended ended = page.end(returned);
    context.header("Set-Cookie", cookie("", Duration.ZERO));
    HttpStatus status =
        switch (ended) {
          case Ended.Installed _, Ended.Cancelled _ -> HttpStatus.OK;
          case Ended.Stale _ -> HttpStatus.BAD_REQUEST;
          case Ended.Refused _, Ended.NoAnswer _ -> HttpStatus.BAD_GATEWAY;
        };
    Map<String, Object> shown =
        switch (ended) {
          case Ended.Installed(String workspace) -> words.installed(workspace, language);
          case Ended.Cancelled _ -> words.cancelled(language);
          case Ended.Stale _ -> words.stale(language);
          case Ended.Refused(String code) -> words.refused(code, language);
          case Ended.NoAnswer _ -> words.noAnswer(language);
        };
    show(context, status, shown);
  }

  /** It has to come along when Slack sends the browser back, which Strict would forbid. */
  private String cookie(String value, Duration life) {
    URI base = address.base();
    String path = base.getPath() == null ? "" : base.getPath().replaceFirst("/$", "");
    return "%s=%s; Path=%s/slack; Max-Age=%d; HttpOnly; SameSite=Lax%s"
        .formatted(
            COOKIE,
            value,
            path,
            life.toSeconds(),
            base.getScheme().equalsIgnoreCase("https") ? "; Secure" : "");
  }

  private void notAllowed(Context context, PageLanguage language) {
    context.header("Allow", "GET");
    context.status(HttpStatus.METHOD_NOT_ALLOWED);
  }

  private void show(Context context, HttpStatus status, Map<String, Object> shown) {
    context.status(status);
    context.contentType("text/html; charset=utf-8");
    context.result(template.html(shown));
  }
}
