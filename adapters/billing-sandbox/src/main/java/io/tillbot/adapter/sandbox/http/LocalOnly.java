package io.tillbot.adapter.sandbox.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;

/**
 * Lets only this machine's own programs and pages reach the control addresses: not another machine,
 * not a page of another site in this machine's browser, not a name that was rebound to the loopback
 * address.
 */
final class LocalOnly implements Handler {

  private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

  @Override
  public void handle(Context context) {
    if (!isLoopback(context.ip()) || !isOwnHost(context) || !isOwnOrigin(context)) {
      context.status(403);
      context.contentType("text/plain; charset=utf-8");
      context.result("The control addresses serve this machine only.\n");
      context.skipRemainingHandlers();
    }
  }

  private static boolean isLoopback(String address) {
    try {
      // An address in digits: nothing is looked up.
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static boolean isOwnHost(Context context) {
    String host = context.header("Host");
    return host != null && OWN_NAMES.contains(withoutPort(host));
  }

  private static boolean isOwnOrigin(Context context) {
    String site = context.header("Sec-Fetch-Site");
    if (site != null && !OWN_SITE.contains(site)) {
      return false;
    }
    String origin = context.header("Origin");
    if (origin == null) {
      return true;
    }
    try {
      String authority = URI.create(origin).getRawAuthority();
      return authority != null && authority.equalsIgnoreCase(context.header("Host"));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String withoutPort(String host) {
    return host.replaceFirst(":[0-9]+$", "").toLowerCase(Locale.ROOT);
  }
}
