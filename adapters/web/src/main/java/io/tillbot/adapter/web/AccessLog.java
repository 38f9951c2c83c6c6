package io.tillbot.adapter.web;

import io.javalin.http.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for each request: the method, which of our routes it was, the status and how long it
 * took. What was asked for within a route may be secret and is not written.
 */
final class AccessLog {
  private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);

  private AccessLog() {}

  static void write(Context context, Float milliseconds) {
    LOG.info(
        "http method={} route={} status={} ms={}",
        context.method().name(),
        route(context),
        context.statusCode(),
        Math.round(milliseconds));
  }

  /** The pattern, such as {@code /link/{page}}; a path that is none of ours is not written. */
  static String route(Context context) {
    var served = context.endpoints().lastHttpEndpoint();
    return served == null ? "-" : served.path;
  }
}
