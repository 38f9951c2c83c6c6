package io.tillbot.adapter.slack.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;

/** RFC 7617, as a client id and its secret may come. */
final class Basic {
  /** What such a header holds. */
  record Pair(String user, String password) {}

  private Basic() {}

  static Optional<Pair> credentials(String authorization) {
    if (!authorization.startsWith("Basic ")) {
      return Optional.empty();
    }
    String plain =
        new String(Base64.getDecoder().decode(authorization.substring("Basic ".length())), UTF_8);
    int colon = plain.indexOf(':');
    return Optional.of(new Pair(plain.substring(0, colon), plain.substring(colon + 1)));
  }
}
