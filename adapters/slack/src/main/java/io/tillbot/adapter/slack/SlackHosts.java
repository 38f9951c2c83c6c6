package io.tillbot.adapter.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The hosts of one Slack. What Slack tells us to call, an answer's address or a file's, is called
 * only there: Slack's own hosts over https, or, when the Web API is on loopback, the same server.
 */
final class SlackHosts {
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}|\\[(?:::1|0:0:0:0:0:0:0:1)]");
  private static final int HTTPS_PORT = 443;

  private final URI api;

  SlackHosts(URI api) {
    this.api = api;
  }

  /** Whether an answer may be sent there: {@code hooks.slack.com}. */
  boolean answersAt(URI address) {
    return isOurs(address, "hooks.");
  }

  /** Whether a file may be sent there: {@code files.slack.com}. */
  boolean filesAt(URI address) {
    return isOurs(address, "files.");
  }

  /**
   * Whether a WebSocket may be opened there: {@code wss-primary.slack.com} and the like, or, when
   * the Web API is on loopback, any port of loopback.
   */
  boolean socketsAt(URI address) {
    if (address.getRawUserInfo() != null) {
      return false;
    }
    String scheme = lower(address.getScheme());
    String host = lower(address.getHost());
    return isLoopback(api)
        ? scheme.equals("ws") && isLoopback(address)
        : scheme.equals("wss")
            && host.endsWith("." + lower(api.getHost()))
            && (address.getPort() == -1 || address.getPort() == HTTPS_PORT);
  }

  /**
   * A page of Slack's that somebody may be sent to; empty when it is not one: {@code
   * example.slack.com}.
   */
  Optional<URI> page(String given) {
    try {
      URI page = URI.create(given);
      String host = lower(page.getHost());
      boolean isOurs =
          lower(page.getScheme()).equals("https")
              && page.getRawUserInfo() == null
              && (page.getPort() == -1 || page.getPort() == HTTPS_PORT)
              && (host.equals(lower(api.getHost())) || host.endsWith("." + lower(api.getHost())));
      return isOurs ? Optional.of(page) : Optional.empty();
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  /**
   * Leads to a conversation. <a href="https://docs.slack.dev/interactivity/deep-linking">Deep
   * linking</a>
   *
   * @param workspace named only where it is one: an organisation's id leads nowhere
   */
  URI conversation(@Nullable String workspace, String channel) {
    String team =
        workspace != null && workspace.startsWith("T")
            ? "&team=" + URLEncoder.encode(workspace, UTF_8)
            : "";
    return api.resolve("/app_redirect?channel=" + URLEncoder.encode(channel, UTF_8) + team);
  }

  private boolean isOurs(URI address, String part) {
    if (address.getRawUserInfo() != null) {
      return false;
    }
    String host = lower(address.getHost());
    if (isLoopback(api)) {
      return lower(address.getScheme()).equals(lower(api.getScheme()))
          && host.equals(lower(api.getHost()))
          && address.getPort() == api.getPort();
    }
    return lower(address.getScheme()).equals("https")
        && host.equals(part + lower(api.getHost()))
        && (address.getPort() == -1 || address.getPort() == HTTPS_PORT);
  }

  /** Refuses a base of the Web API that would carry the token in the clear or elsewhere. */
  static void requireSafe(URI api) {
    String scheme = lower(api.getScheme());
    if (lower(api.getHost()).isEmpty() || !(scheme.equals("https") || scheme.equals("http"))) {
      throw new IllegalArgumentException("Slack's address must be a full https address");
    }
    if (scheme.equals("http") && !isLoopback(api)) {
      throw new IllegalArgumentException("plain http is accepted for loopback only");
    }
    if (api.getRawUserInfo() != null
        || api.getRawQuery() != null
        || api.getRawFragment() != null
        || !api.getRawPath().endsWith("/api/")) {
      throw new IllegalArgumentException("Slack's address ends in /api/ and has nothing after it");
    }
  }

  private static boolean isLoopback(URI address) {
    return LOOPBACK.matcher(lower(address.getHost())).matches();
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }
}
