package io.tillbot.adapter.slack;

import java.net.URI;

/**
 * What a manifest depends on beside the catalogue.
 *
 * @param publicUrl where Slack reaches the bot; {@code /slack/events} is put after it
 * @param names how the slash commands are called
 */
public record ManifestOptions(URI publicUrl, CommandNames names) {
  private static final URI EXAMPLE = URI.create("https://tillbot.example.com");

  public ManifestOptions {
    if (!"https".equals(publicUrl.getScheme())
        || publicUrl.getHost() == null
        || publicUrl.getRawUserInfo() != null
        || publicUrl.getRawQuery() != null
        || publicUrl.getRawFragment() != null) {
      throw new IllegalArgumentException("Slack reaches the bot by a plain https address only");
    }
  }

  /** The usual names at an address that is an example. */
  public static ManifestOptions example() {
    return new ManifestOptions(EXAMPLE, CommandNames.standard());
  }

  /** Where Slack posts everything to. */
  String events() {
    String base = publicUrl.toString();
    return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/slack/events";
  }
}
