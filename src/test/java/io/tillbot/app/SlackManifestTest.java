package io.tillbot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillbot.adapter.slack.CommandNames;
import io.tillbot.adapter.slack.ManifestOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The manifest of the real catalogue in real words, held against Slack's own limits. */
class SlackManifestTest {
  private static final Path FILE = Path.of("../config/slack-manifest.yaml");

  @Test
  void theManifestInTheRepositoryIsTheCataloguesOwn() throws IOException {
    String manifest = Wiring.slackManifest(ManifestOptions.example());
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(FILE, manifest);
    }
    assertThat(FILE).as("run with -Dgolden.update=true to write it").exists();
    assertThat(Files.readString(FILE)).isEqualTo(manifest);
  }

  /** docs.slack.dev/reference/app-manifest */
  @Test
  void everyCommandIsWithinSlacksLimits() {
    List<Map<String, Object>> commands = commands(everything());
    assertThat(commands).hasSizeBetween(10, 50);
    assertThat(commands).extracting(command -> command.get("command")).doesNotHaveDuplicates();
    assertThat(commands)
        .allSatisfy(
            command -> {
              assertThat(text(command, "command"))
                  .matches("/[a-z][a-z0-9-]*")
                  .hasSizeBetween(2, 32);
              assertThat(text(command, "description")).hasSizeBetween(1, 2_000);
              assertThat(text(command, "url")).hasSizeLessThanOrEqualTo(3_000);
              assertThat(command.getOrDefault("usage_hint", "x").toString())
                  .hasSizeBetween(1, 1_000);
              assertThat(command.get("should_escape")).isEqualTo(false);
            });
  }

  @Test
  void theAppsOwnWordsAreWithinSlacksLimits() {
    Map<String, Object> about = part(everything(), "display_information");
    assertThat(text(about, "name")).hasSizeBetween(1, 35);
    assertThat(text(about, "description")).hasSizeBetween(1, 140);
    Map<String, Object> bot = part(part(everything(), "features"), "bot_user");
    assertThat(text(bot, "display_name")).matches("[A-Za-z0-9 ._-]{1,80}");
  }

  @Test
  void theAppAsksForAsFewScopesAsItNeeds() {
    Map<String, Object> scopes = part(part(everything(), "oauth_config"), "scopes");
    assertThat(scopes)
        .isEqualTo(
            Map.of(
                "bot",
                List.of(
                    "commands",
                    "chat:write",
                    "im:write",
                    "files:write",
                    "app_mentions:read",
                    "usergroups:read",
                    "users:read",
                    "channels:read",
                    "groups:read")));
  }

  @Test
  void eachScopeIsGivenItsReason() {
    String yaml = Wiring.slackManifest(ManifestOptions.example());
    List<String> lines = yaml.lines().toList();
    int first = lines.indexOf("    bot:") + 1;
    int end = lines.indexOf("settings:");
    for (int line = first; line < end; line += 2) {
      assertThat(lines.get(line)).startsWith("      # ").hasSizeGreaterThan(20);
      assertThat(lines.get(line + 1)).startsWith("      - ");
    }
  }

  @Test
  void overASocketThereIsNoAddress() {
    String yaml = Wiring.slackManifest(ManifestOptions.overASocket(CommandNames.standard()));
    assertThat(yaml).doesNotContain("request_url").doesNotContain("      url:");
    Map<String, Object> settings = part(read(yaml), "settings");
    assertThat(settings).containsEntry("socket_mode_enabled", true);
    assertThat(part(settings, "interactivity")).isEqualTo(Map.of("is_enabled", true));
    assertThat(part(settings, "event_subscriptions"))
        .isEqualTo(
            Map.of(
                "bot_events",
                List.of("app_home_opened", "app_mention", "app_uninstalled", "tokens_revoked")));
  }

  @Test
  void overHttpEverythingIsPostedToOneAddress() {
    Map<String, Object> settings = part(everything(), "settings");
    assertThat(settings).containsEntry("socket_mode_enabled", false);
    assertThat(part(settings, "event_subscriptions"))
        .containsEntry("request_url", "https://bot.example/slack/events");
  }

  @Test
  void whereOthersInstallItBrowsersComeBackToOneAddress() {
    ManifestOptions options =
        ManifestOptions.example().withInstalls(URI.create("https://bot.example/"));
    Map<String, Object> manifest = read(options);
    assertThat(part(manifest, "oauth_config"))
        .containsEntry("redirect_urls", List.of("https://bot.example/slack/oauth_redirect"));
    assertThat(part(manifest, "settings")).containsEntry("org_deploy_enabled", true);
    assertThat(part(read(ManifestOptions.example()), "settings"))
        .containsEntry("org_deploy_enabled", false);
  }

  /** docs.slack.dev/reference/app-manifest#features: a shortcut's name has 24 characters. */
  @Test
  @SuppressWarnings("unchecked")
  void theShortcutIsWithinSlacksLimits() {
    List<Map<String, Object>> shortcuts =
        (List<Map<String, Object>>) part(everything(), "features").get("shortcuts");
    assertThat(shortcuts)
        .singleElement()
        .satisfies(
            shortcut -> {
              assertThat(text(shortcut, "name")).hasSizeBetween(1, 24);
              assertThat(text(shortcut, "type")).isEqualTo("message");
              assertThat(text(shortcut, "callback_id")).isEqualTo("lookup_invoice");
              assertThat(text(shortcut, "description")).hasSizeBetween(1, 150);
            });
  }

  @Test
  void addressAndPrefixAreTheOperators() {
    CommandNames names = CommandNames.of("invoice").withPrefix("acme-");
    ManifestOptions options =
        ManifestOptions.overHttp(URI.create("https://bot.acme.example/"), names);
    Map<String, Object> manifest = read(options);
    assertThat(commands(manifest))
        .extracting(command -> command.get("command"))
        .containsExactly("/acme-invoice", "/acme-billing");
    Map<String, Object> interactivity = part(part(manifest, "settings"), "interactivity");
    assertThat(interactivity)
        .containsEntry("is_enabled", true)
        .containsEntry("request_url", "https://bot.acme.example/slack/events");
  }

  @Test
  void aNameThatTheCatalogueDoesNotHaveIsNamed() {
    CommandNames names = CommandNames.of("invoise");
    ManifestOptions options = ManifestOptions.overHttp(URI.create("https://bot.example"), names);
    assertThatThrownBy(() -> Wiring.slackManifest(options))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("/invoise");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://bot.example", "https:///", "https://a@b.example", "/bot"})
  void anAddressThatSlackCannotUseIsRefused(String address) {
    URI given = URI.create(address);
    assertThatThrownBy(() -> ManifestOptions.overHttp(given, CommandNames.standard()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ManifestOptions.example().withInstalls(given))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Every first word of the catalogue switched on. */
  private static Map<String, Object> everything() {
    CommandNames names =
        new CommandNames("", new LinkedHashSet<>(Wiring.catalogueToRead().roots()));
    return read(ManifestOptions.overHttp(URI.create("https://bot.example"), names));
  }

  private static Map<String, Object> read(ManifestOptions options) {
    return read(Wiring.slackManifest(options));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> read(String yaml) {
    LoadSettings settings = LoadSettings.builder().build();
    return (Map<String, Object>) new Load(settings).loadFromString(yaml);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> commands(Map<String, Object> manifest) {
    return (List<Map<String, Object>>) part(manifest, "features").get("slash_commands");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> part(Map<String, Object> whole, String name) {
    return (Map<String, Object>) whole.get(name);
  }

  private static String text(Map<String, Object> part, String name) {
    return (String) part.get(name);
  }
}
