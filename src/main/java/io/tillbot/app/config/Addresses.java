package io.tillbot.app.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses that are safe to send something to: encrypted, or on this machine's own loopback. */
final class Addresses {
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}|\\[(?:::1|0:0:0:0:0:0:0:1)]");
  private static final Pattern HOST =
      Pattern.compile(
          "(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");

  private Addresses() {}

  /** https, or http on loopback; without user, query and fragment. */
  static Optional<URI> web(String text) {
    return parsed(text, "https", "http");
  }

  /** The same, and what is called is named by appending to it. */
  static Optional<URI> base(String text) {
    return web(text).filter(address -> address.getRawPath().endsWith("/"));
  }

  /** https wherever it is: a person's browser goes there. */
  static Optional<URI> https(String text) {
    return web(text).filter(address -> lower(address.getScheme()).equals("https"));
  }

  /** wss, or ws on loopback. */
  static Optional<URI> socket(String text) {
    return parsed(text, "wss", "ws");
  }

  /** Whether it is a host's plain name, in lower case. */
  static boolean isHost(String text) {
    return HOST.matcher(text).matches();
  }

  private static Optional<URI> parsed(String text, String safe, String onLoopback) {
    try {
      URI address = new URI(text);
      String scheme = lower(address.getScheme());
      String host = lower(address.getHost());
      boolean isSafe = scheme.equals(safe) && !host.isEmpty();
      boolean isNear = scheme.equals(onLoopback) && LOOPBACK.matcher(host).matches();
      boolean isBare =
          address.getRawUserInfo() == null
              && address.getRawQuery() == null
              && address.getRawFragment() == null;
      return Optional.of(address).filter(_ -> (isSafe || isNear) && isBare);
    } catch (URISyntaxException notAnAddress) {
      return Optional.empty();
    }
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }
}
