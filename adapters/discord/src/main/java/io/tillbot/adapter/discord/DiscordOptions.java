package io.tillbot.adapter.discord;

import io.tillbot.core.access.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How to reach Discord, and for whom.
 *
 * @param token the bot's
 * @param guilds ids of the servers that the commands are registered in; none registers them
 *     everywhere, direct messages included
 * @param api where Discord's REST interface is, ended by a slash, such as {@code
 *     http://127.0.0.1:8080/api/v10/}; Discord's own when empty
 * @param gateway where its gateway is; Discord's own when empty
 * @param patience how long a start, and at a stop the running commands, may take
 */
public record DiscordOptions(
    Secret token,
    List<String> guilds,
    Optional<URI> api,
    Optional<URI> gateway,
    Duration patience) {
  private static final Pattern SNOWFLAKE = Pattern.compile("[1-9][0-9]{0,18}");
  private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
  private static final Duration USUAL_PATIENCE = Duration.ofSeconds(90);

  public DiscordOptions {
    guilds = List.copyOf(guilds);
    for (String guild : guilds) {
      if (!SNOWFLAKE.matcher(guild).matches()) {
        throw new IllegalArgumentException("not the id of a Discord server: " + guild);
      }
    }
    api.ifPresent(address -> check(address, "https", "http"));
    gateway.ifPresent(address -> check(address, "wss", "ws"));
    if (api.isPresent() && !api.get().toString().endsWith("/")) {
      throw new IllegalArgumentException("the address of Discord's API must end with a slash");
    }
    if (!patience.isPositive()) {
      throw new IllegalArgumentException("some patience is needed");
    }
  }

  /** Discord itself, with the commands registered everywhere. */
  public static DiscordOptions of(Secret token) {
    return new DiscordOptions(token, List.of(), Optional.empty(), Optional.empty(), USUAL_PATIENCE);
  }

  /** The same for the commands of those servers alone; of none, for all. */
  public DiscordOptions inGuilds(List<String> ids) {
    return new DiscordOptions(token, ids, api, gateway, patience);
  }

  /**
   * The same at another address; plain connections are for this machine alone.
   *
   * @param otherGateway null for the one that Discord names
   */
  public DiscordOptions at(URI otherApi, @Nullable URI otherGateway) {
    return new DiscordOptions(
        token, guilds, Optional.of(otherApi), Optional.ofNullable(otherGateway), patience);
  }

  /** The same with another patience. */
  public DiscordOptions patient(Duration other) {
    return new DiscordOptions(token, guilds, api, gateway, other);
  }

  private static void check(URI address, String secure, String plain) {
    String scheme = String.valueOf(address.getScheme());
    String host = String.valueOf(address.getHost());
    boolean isFine =
        scheme.equals(secure) || (scheme.equals(plain) && LOOPBACK.matcher(host).matches());
    if (!isFine || address.getHost() == null) {
      throw new IllegalArgumentException(
          "%s is needed, or %s on this machine: %s".formatted(secure, plain, address));
    }
  }
}
