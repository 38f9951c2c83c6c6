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
    assertThat(scopes).isEqualTo(Map.of("bot", List.of("commands", "im:write", "files:write")));
  }

  @Test
  void addressAndPrefixAreTheOperators() {
    CommandNames names = CommandNames.of("invoice").withPrefix("acme-");
    ManifestOptions options = new ManifestOptions(URI.create("https://bot.acme.example/"), names);
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
    ManifestOptions options = new ManifestOptions(URI.create("https://bot.example"), names);
    assertThatThrownBy(() -> Wiring.slackManifest(options))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("/invoise");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://bot.example", "https:///", "https://a@b.example", "/bot"})
  void anAddressThatSlackCannotUseIsRefused(String address) {
    assertThatThrownBy(() -> new ManifestOptions(URI.create(address), CommandNames.standard()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Every first word of the catalogue switched on. */
  private static Map<String, Object> everything() {
    CommandNames names =
        new CommandNames("", new LinkedHashSet<>(Wiring.catalogueToRead().roots()));
    return read(new ManifestOptions(URI.create("https://bot.example"), names));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> read(ManifestOptions options) {
    LoadSettings settings = LoadSettings.builder().build();
    return (Map<String, Object>) new Load(settings).loadFromString(Wiring.slackManifest(options));
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
