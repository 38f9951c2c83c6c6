package io.tillbot.adapter.slack;

import io.tillbot.core.command.CommandRegistry;
import io.tillbot.core.port.Texts;
import io.tillbot.core.reply.Text;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an operator gives Slack to make the app: a pure function of the catalogue. <a
 * href="https://docs.slack.dev/reference/app-manifest">App manifest</a>
 */
public final class SlackManifest {
  private static final String NAME = "Tillbot";
  private static final List<String> EVENTS =
      List.of("app_home_opened", "app_mention", "app_uninstalled", "tokens_revoked");

  private final CommandRegistry registry;
  private final Texts texts;
  private final ManifestOptions options;

  private SlackManifest(CommandRegistry registry, Texts texts, ManifestOptions options) {
    this.registry = registry;
    this.texts = texts;
    this.options = options;
  }

  /**
   * The manifest as YAML, in English.
   *
   * @throws IllegalArgumentException when a name is switched on that the catalogue does not have
   */
  public static String yaml(CommandRegistry registry, Texts texts, ManifestOptions options) {
    SlackManifest manifest = new SlackManifest(registry, texts, options);
    return manifest.head() + manifest.commands() + manifest.scopes() + manifest.settings();
  }

  private String head() {
    return """
    # The Slack app: https://api.slack.com/apps, "Create New App", "From a manifest".
    # Generated from the catalogue of commands; yours to change are the addresses and the names.
    display_information:
      name: %1$s
      description: %2$s
    features:
      app_home:
        home_tab_enabled: true
        messages_tab_enabled: true
        # Else nothing could be typed there, no command either.
        messages_tab_read_only_enabled: false
      bot_user:
        display_name: %1$s
        always_online: true
      # In the menu of a message.
      shortcuts:
        - name: %3$s
          type: message
          callback_id: %4$s
          description: %5$s
      # Not escaped: addresses and channels come as they were typed.
      slash_commands:
    """
        .formatted(
            quoted(NAME),
            quoted(say(Text.of("slack.manifest.description"))),
            quoted(say(Text.of("slack.manifest.shortcut"))),
            Shortcuts.LOOKUP,
            quoted(say(Text.of("slack.manifest.shortcut-what"))));
  }

  private String say(Text text) {
    return texts.write(text, Locale.ENGLISH);
  }

  private String commands() {
    return ManifestCommand.of(registry, texts, options.names()).stream()
        .map(this::slashCommand)
        .collect(Collectors.joining());
  }

  private String slashCommand(ManifestCommand command) {
    return """
        - command: %s
          description: %s
    %s%s      should_escape: false
    """
        .formatted(
            quoted(command.name()),
            quoted(command.description()),
            command.hint().isEmpty() ? "" : "      usage_hint: " + quoted(command.hint()) + "\n",
            line("      url", options.events()));
  }

  private String scopes() {
    String redirect =
        options
            .redirect()
            .map(
                address ->
                    "  # Where browsers come back to that let the app into a workspace.\n"
                        + "  redirect_urls:\n    - "
                        + quoted(address.toString())
                        + "\n")
            .orElse("");
    return "oauth_config:\n"
        + redirect
        + "  scopes:\n    bot:\n"
        + Stream.of(SlackScope.values())
            .map(
                scope ->
                    "      # %s%n      - %s%n"
                        .formatted(scope.reason(), scope.id())
                        .replace(System.lineSeparator(), "\n"))
            .collect(Collectors.joining());
  }

  private String settings() {
    return """
    settings:
      # Buttons, forms, the shortcut.
      interactivity:
        is_enabled: true
    %s  event_subscriptions:
    %s    bot_events:
    %s  # Whether a whole organisation may install it for all of its workspaces.
      org_deploy_enabled: %s
      socket_mode_enabled: %s
      # A bot's token that ends every few hours is not renewed here.
      token_rotation_enabled: false
    """
        .formatted(
            line("    request_url", options.events()),
            line("    request_url", options.events()),
            EVENTS.stream().map("      - %s\n"::formatted).collect(Collectors.joining()),
            options.redirect().isPresent(),
            options.events().isEmpty());
  }

  private static String line(String key, Optional<URI> address) {
    return address.map(it -> key + ": " + quoted(it.toString()) + "\n").orElse("");
  }

  /** A text in double quotes, which YAML reads as JSON does. */
  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
