package io.tillbot.adapter.slack;

import io.tillbot.core.command.CommandRegistry;
import io.tillbot.core.port.Texts;
import io.tillbot.core.reply.Text;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What an operator gives Slack to make the app: a pure function of the catalogue. <a
 * href="https://docs.slack.dev/reference/app-manifest">App manifest</a>
 */
public final class SlackManifest {
  private static final String NAME = "Tillbot";

  private SlackManifest() {}

  /**
   * The manifest as YAML, in English.
   *
   * @throws IllegalArgumentException when a name is switched on that the catalogue does not have
   */
  public static String yaml(CommandRegistry registry, Texts texts, ManifestOptions options) {
    String address = quoted(options.events());
    String commands =
        ManifestCommand.of(registry, texts, options.names()).stream()
            .map(command -> slashCommand(command, address))
            .collect(Collectors.joining());
    String description = texts.write(Text.of("slack.manifest.description"), Locale.ENGLISH);
    return head(quoted(description)) + commands + tail(address);
  }

  private static String head(String description) {
    return """
    # The Slack app: https://api.slack.com/apps, "Create New App", "From a manifest".
    # Generated from the catalogue of commands; yours to change are the address and the names.
    display_information:
      name: %1$s
      description: %2$s
    features:
      app_home:
        home_tab_enabled: false
        messages_tab_enabled: true
        # Else nothing could be typed there, no command either.
        messages_tab_read_only_enabled: false
      bot_user:
        display_name: %1$s
        always_online: true
      # Not escaped: addresses and channels come as they were typed.
      slash_commands:
    """
        .formatted(quoted(NAME), description);
  }

  private static String slashCommand(ManifestCommand command, String address) {
    String hint =
        command.hint().isEmpty() ? "" : "      usage_hint: " + quoted(command.hint()) + "\n";
    return """
        - command: %s
          description: %s
    %s      url: %s
          should_escape: false
    """
        .formatted(quoted(command.name()), quoted(command.description()), hint, address);
  }

  private static String tail(String address) {
    return """
    oauth_config:
      scopes:
        bot:
          # Slash commands.
          - commands
          # Opens the direct message into which an invoice's PDF goes.
          - im:write
          # Puts the PDF there.
          - files:write
    settings:
      # Buttons.
      interactivity:
        is_enabled: true
        request_url: %s
      org_deploy_enabled: false
      socket_mode_enabled: false
      token_rotation_enabled: false
    """
        .formatted(address);
  }

  /** A text in double quotes, which YAML reads as JSON does. */
  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
