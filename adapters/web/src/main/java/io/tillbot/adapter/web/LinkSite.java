package io.tillbot.adapter.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.tillbot.core.link.LinkPage;
import io.tillbot.core.link.PublicAddress;
import io.tillbot.core.port.RateLimiter;
import io.tillbot.core.port.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The page of {@code /billing link}, at {@code /link/PAGE} and, in a chosen language, at {@code
 * /link/PAGE/LANGUAGE}. GET and HEAD change nothing; POST uses the page up. It has no script and no
 * cookie, and works behind any prefix, since all of its addresses are relative.
 */
public final class LinkSite implements Mounted {
  private static final Logger LOG = LoggerFactory.getLogger(LinkSite.class);
  private static final List<String> ROUTES = List.of("/link/{page}", "/link/{page}/{language}");
  private static final List<HandlerType> OTHERS =
      List.of(
          HandlerType.PUT,
          HandlerType.PATCH,
          HandlerType.DELETE,
          HandlerType.OPTIONS,
          HandlerType.TRACE);

  private final LinkPage page;
  private final PublicAddress address;
  private final RateLimiter limiter;
  private final ClientAddress clients;
  private final PageTemplate template = new PageTemplate();
  private final PageHeaders headers = new PageHeaders(template.styleHash());
  private final LinkWords words;

  /**
   * The site.
   *
   * @param address where browsers reach the server, as they see it
   * @param limiter asked with the client's address
   * @param proxies how many reverse proxies stand before the server and add to X-Forwarded-For
   */
  public LinkSite(
      LinkPage page, Texts texts, PublicAddress address, RateLimiter limiter, int proxies) {
    this.page = page;
    this.address = address;
    this.limiter = limiter;
    this.clients = new ClientAddress(proxies);
    this.words = new LinkWords(texts);
  }

  void mount(RoutesConfig routes) {
    for (String route : ROUTES) {
      routes.get(route, context -> serve(context, this::look));
      routes.head(route, context -> serve(context, this::look));
      routes.post(route, context -> serve(context, this::send));
      for (HandlerType other : OTHERS) {
        routes.addHttpHandler(other, route, context -> serve(context, this::notAllowed));
      }
    }
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
        tooSoon(context, language, wait.get());
      } else if (context.pathParamMap().containsKey("language") && chosen.isEmpty()) {
        show(context, HttpStatus.NOT_FOUND, words.gone(language));
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
    switch (page.look(context.pathParam("page"))) {
      case LinkPage.View.Asking asking ->
          show(context, HttpStatus.OK, words.asking(asking, language, links(context)));
      case LinkPage.View.Gone _ -> show(context, HttpStatus.NOT_FOUND, words.gone(language));
    }
  }

  private void send(Context context, PageLanguage language) {
    switch (SentForm.of(context, address.base())) {
      case SentForm.Bad(HttpStatus status) -> show(context, status, words.bad(status, language));
      case SentForm.Good(LinkPage.FilledIn filledIn) ->
          sent(context, language, page.send(context.pathParam("page"), filledIn));
    }
  }

  private void sent(Context context, PageLanguage language, LinkPage.Sent sent) {
    switch (sent) {
      case LinkPage.Sent.Accepted accepted ->
          show(context, HttpStatus.OK, words.accepted(accepted, language));
      case LinkPage.Sent.Again(var next) -> {
        context.status(HttpStatus.SEE_OTHER);
        context.header("Location", links(context).to(next, chosen(context)));
      }
      case LinkPage.Sent.TooMany _ ->
          show(context, HttpStatus.UNPROCESSABLE_CONTENT, words.tooMany(language));
      case LinkPage.Sent.Forged _ ->
          show(context, HttpStatus.FORBIDDEN, words.bad(HttpStatus.FORBIDDEN, language));
      case LinkPage.Sent.Gone _ -> show(context, HttpStatus.NOT_FOUND, words.gone(language));
    }
  }

  private static LinkAddresses links(Context context) {
    return new LinkAddresses(context.pathParam("page"), chosen(context).isPresent());
  }

  private void notAllowed(Context context, PageLanguage language) {
    context.header("Allow", "GET, HEAD, POST");
    show(
        context, HttpStatus.METHOD_NOT_ALLOWED, words.bad(HttpStatus.METHOD_NOT_ALLOWED, language));
  }

  private void tooSoon(Context context, PageLanguage language, Duration wait) {
    long seconds = wait.plusSeconds(1).minusNanos(1).toSeconds();
    context.header("Retry-After", Long.toString(seconds));
    show(context, HttpStatus.TOO_MANY_REQUESTS, words.tooSoon(seconds, language));
  }

  private void show(Context context, HttpStatus status, Map<String, Object> shown) {
    context.status(status);
    context.contentType("text/html; charset=utf-8");
    context.result(template.html(shown));
  }
}
