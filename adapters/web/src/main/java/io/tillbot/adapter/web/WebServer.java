package io.tillbot.adapter.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves HTTP on virtual threads: what it was given, and {@code GET /health/live}. No answer holds
 * the text of an exception, and no request is logged with its body, its query or the part of its
 * path that may be secret.
 */
public final class WebServer implements AutoCloseable {
  /** No platform's webhook is larger. */
  private static final long MOST_BYTES = 1024L * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

  private final Javalin javalin;

  private WebServer(Javalin javalin) {
    this.javalin = javalin;
  }

  /**
   * Starts serving.
   *
   * @throws WebException when the port cannot be taken
   */
  public static WebServer start(WebOptions options, List<? extends Mounted> mounted) {
    Javalin javalin =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.showOldJavalinVersionWarning = false;
              config.startup.startupWatcherEnabled = false;
              config.concurrency.useVirtualThreads = true;
              config.http.compressionStrategy = CompressionStrategy.NONE;
              config.http.maxRequestSize = MOST_BYTES;
              config.routes.before(WebServer::forbidAll);
              config.routes.get("/health/live", context -> text(context, HttpStatus.OK, "ok"));
              config.requestLogger.http(AccessLog::write);
              mounted.forEach(each -> mount(each, config.routes));
              config.routes.exception(
                  HttpResponseException.class,
                  (refusal, context) ->
                      text(context, HttpStatus.forStatus(refusal.getStatus()), ""));
              config.routes.exception(Exception.class, WebServer::unexpected);
            });
    try {
      javalin.start(options.address(), options.port());
    } catch (RuntimeException taken) {
      throw new WebException(
          "The address %s, port %d, cannot be served: is the port free?"
              .formatted(options.address(), options.port()),
          taken);
    }
    return new WebServer(javalin);
  }

  /** The port that it listens on. */
  public int port() {
    return javalin.port();
  }

  /** Stops serving. */
  @Override
  public void close() {
    javalin.stop();
  }

  private static void mount(Mounted mounted, RoutesConfig routes) {
    switch (mounted) {
      case Endpoint endpoint -> routes.post(endpoint.path(), context -> serve(endpoint, context));
      case LinkSite site -> site.mount(routes);
      case InstallSite site -> site.mount(routes);
    }
  }

  /** What is no page is nothing for a browser; a page says itself what it needs. */
  private static void forbidAll(Context context) {
    context.header("X-Content-Type-Options", "nosniff");
    context.header("X-Frame-Options", "DENY");
    context.header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  }

  private static void serve(Endpoint endpoint, Context context) {
    Map<String, List<String>> headers = new HashMap<>();
    // One that was given twice is handed on twice: a door may refuse it for that.
    for (String name : Collections.list(context.req().getHeaderNames())) {
      headers.put(name, Collections.list(context.req().getHeaders(name)));
    }
    Endpoint.Answer answer = endpoint.handler().answer(headers, context.bodyAsBytes());
    answer.headers().forEach(context::header);
    context.status(answer.status());
    context.header("Cache-Control", "no-store");
    context.result(answer.body());
  }

  private static void unexpected(Exception bug, Context context) {
    LOG.error("route={} failed", AccessLog.route(context), bug);
    text(context, HttpStatus.INTERNAL_SERVER_ERROR, "");
  }

  private static void text(Context context, HttpStatus status, String body) {
    context.status(status);
    context.contentType("text/plain; charset=utf-8");
    context.header("Cache-Control", "no-store");
    context.result(body);
  }
}
