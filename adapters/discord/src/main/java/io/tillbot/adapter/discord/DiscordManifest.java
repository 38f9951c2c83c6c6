package io.tillbot.adapter.discord;

import io.tillbot.core.command.CommandRegistry;
import io.tillbot.core.port.Texts;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.utils.data.DataArray;

/**
 * What an operator needs to bring the bot into a server, and what it registers there.
 *
 * @param invitation opens Discord's page that asks which server: {@code
 *     discord.com/developers/docs/topics/oauth2#bot-authorization-flow}, with the few permissions
 *     that are needed for what answers no interaction
 * @param commands the registration's JSON
 */
public record DiscordManifest(URI invitation, String commands) {
  private static final Pattern SNOWFLAKE = Pattern.compile("[1-9][0-9]{0,18}");
  private static final String PLACEHOLDER = "YOUR_APPLICATION_ID";

  /**
   * The manifest.
   *
   * @param application the application's id, of the developer portal's page; a placeholder where it
   *     is not known
   * @throws IllegalArgumentException when it cannot be such an id
   */
  public static DiscordManifest of(
      CommandRegistry registry, Texts texts, Optional<String> application) {
    String id = application.orElse(PLACEHOLDER);
    if (application.isPresent() && !SNOWFLAKE.matcher(id).matches()) {
      throw new IllegalArgumentException("an application's id is a number");
    }
    return new DiscordManifest(
        URI.create(
            "https://discord.com/oauth2/authorize?client_id="
                + id
                + "&scope=bot+applications.commands&permissions="
                + Permissions.bits()),
        DataArray.fromCollection(new CommandMenu(texts).of(registry)).toPrettyString());
  }

  /** As it is printed. */
  public String text() {
    return invitation + "\n\n" + commands + "\n";
  }
}
