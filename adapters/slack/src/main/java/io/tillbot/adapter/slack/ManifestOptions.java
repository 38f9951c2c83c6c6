package io.tillbot.adapter.slack;

import java.net.URI;
import java.util.Optional;

/**
 * What a manifest depends on beside the catalogue. Start with {@link #overASocket} or {@link
 * #overHttp}.
 *
 * @param events where Slack posts everything to; empty where it comes through a socket
 * @param redirect where browsers come back to that let the app into another workspace; empty where
 *     nobody else installs it
 * @param names how the slash commands are called
 */
public record ManifestOptions(Optional<URI> events, Optional<URI> redirect, CommandNames names) {

  /** For an app that opens a socket to Slack, and need not be reached. */
  public static ManifestOptions overASocket(CommandNames names) {
    return new ManifestOptions(Optional.empty(), Optional.empty(), names);
  }

  /**
   * For one to which Slack posts.
   *
   * @param publicUrl where Slack reaches the bot; {@code /slack/events} is put after it
   * @throws IllegalArgumentException when Slack cannot use it
   */
  public static ManifestOptions overHttp(URI publicUrl, CommandNames names) {
    return new ManifestOptions(
        Optional.of(below(publicUrl, "/slack/events")), Optional.empty(), names);
  }

  /** The usual one, as it is in the repository. */
  public static ManifestOptions example() {
    return overASocket(CommandNames.standard());
  }

  /**
   * The same, which other workspaces install.
   *
   * @param publicUrl where browsers reach the bot
   */
  public ManifestOptions withInstalls(URI publicUrl) {
    return new ManifestOptions(
        events, Optional.of(below(publicUrl, "/slack/oauth_redirect")), names);
  }

  private static URI below(URI publicUrl, String path) {
    if (!"https".equals(publicUrl.getScheme())
        || publicUrl.getHost() == null
        || publicUrl.getRawUserInfo() != null
        || publicUrl.getRawQuery() != null
        || publicUrl.getRawFragment() != null) {
      throw new IllegalArgumentException("Slack reaches the bot by a plain https address only");
    }
    String base = publicUrl.toString();
    return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
  }
}
