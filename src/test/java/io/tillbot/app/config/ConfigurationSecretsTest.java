package io.tillbot.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret is in the configuration and nowhere that is printed. */
class ConfigurationSecretsTest {
  private static final String SECRET = "xoxb-1-Geheimnis";

  @TempDir Path directory;
  private Workplace workplace;

  @BeforeEach
  void aWorkplace() {
    workplace = new Workplace(directory);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "socket"})
  void aWholeConfigurationPrintsNone(String mode) {
    workplace
        .with("TILLBOT_SLACK_MODE", mode)
        .with("TILLBOT_SLACK_CLIENT_ID", "1.2")
        .with("TILLBOT_SLACK_SIGNING_SECRET", SECRET)
        .with("TILLBOT_SLACK_BOT_TOKEN", SECRET)
        .with("TILLBOT_SLACK_APP_TOKEN", SECRET)
        .with("TILLBOT_SLACK_CLIENT_SECRET", SECRET)
        .with("TILLBOT_DISCORD_TOKEN", SECRET);

    assertThat(workplace.read().toString()).contains("***", "1.2").doesNotContain(SECRET);
  }

  @Test
  void whatWasGivenPrintsWhereItStood() {
    assertThat(new Given(SECRET, "TILLBOT_DISCORD_TOKEN"))
        .hasToString("Given[TILLBOT_DISCORD_TOKEN]");
  }

  /** Pasted into the wrong place, as a value of each setting. */
  @ParameterizedTest
  @EnumSource(Setting.class)
  void noProblemRepeatsAValue(Setting setting) {
    String pasted = SECRET + "\u0007" + "x".repeat(200);

    workplace.with("TILLBOT_SLACK_MODE", setting == Setting.SLACK_APP_TOKEN ? "socket" : "http");

    assertThat(whole(workplace.with(setting.variable(), pasted).refusal()))
        .contains(setting.variable() + ": ")
        .doesNotContain(SECRET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "slack:\n  bot-token:xoxb-1-Geheimnis\n",
        "slack: {bot-token:xoxb-1-Geheimnis}\n",
        "slack:\n  bot-token:xoxb-1-Geheimnis\n  mode: http\n",
        "slack:\n  bot-token: *xoxb-1-Geheimnis\n",
        "slack:\n  bot-token: !xoxb-1-Geheimnis x\n",
        "slack:\n  bot-token: 'xoxb-1-Geheimnis\n",
        "slack:\n  xoxb-1-Geheimnis: bot-token\n",
        "xoxb-1-Geheimnis\n",
        "slack:\n  bot-token: [xoxb-1-Geheimnis]\n",
        "slack:\n  bot-token: a\n  bot-token: xoxb-1-Geheimnis\n",
        "slack:\n  xoxb-1-Geheimnis: a\n  xoxb-1-Geheimnis: a\n"
      })
  void noProblemShowsAPieceOfTheFile(String yaml) {
    assertThat(whole(workplace.settings(yaml).refusal()))
        .contains("config/tillbot.yaml line")
        .doesNotContain("Geheimnis");
  }

  @Test
  void aSecretAndItsFileTogetherAreRefused() {
    workplace.file("secret", "a\n").with("TILLBOT_DISCORD_TOKEN", SECRET);

    assertThat(workplace.with("TILLBOT_DISCORD_TOKEN_FILE", "secret").problems())
        .containsExactly(
            "TILLBOT_DISCORD_TOKEN_FILE: stands beside TILLBOT_DISCORD_TOKEN; set one of the two");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", " \n", "xoxb-1-Geheimnis\nxoxb-1-Geheimnis\n"})
  void aSecretFileHoldsTheSecretAlone(String content) {
    workplace.file("secret", content).with("TILLBOT_DISCORD_TOKEN_FILE", "secret");

    assertThat(whole(workplace.refusal()))
        .contains("TILLBOT_DISCORD_TOKEN_FILE: ")
        .doesNotContain("Geheimnis");
  }

  /** Some put the secret itself where a file is asked for. */
  @ParameterizedTest
  @ValueSource(strings = {SECRET, "config/" + SECRET, ".", "\0" + SECRET, "binary", "long"})
  void anUnreadableSecretFileIsRefusedWithoutItsName(String file) {
    workplace
        .file("binary", new byte[] {(byte) 0xff, (byte) 0xfe})
        .file("long", SECRET.repeat(1000).getBytes(StandardCharsets.UTF_8))
        .with("TILLBOT_SLACK_MODE", "http")
        .with("TILLBOT_SLACK_SIGNING_SECRET", "a")
        .with("TILLBOT_SLACK_BOT_TOKEN_FILE", file);

    ConfigurationException refusal = workplace.refusal();

    assertThat(whole(refusal)).doesNotContain("Geheimnis");
    assertThat(refusal.problems())
        .singleElement()
        .asString()
        .startsWith("TILLBOT_SLACK_BOT_TOKEN_FILE: ");
  }

  @Test
  void aFileBeatsTheKey() {
    workplace.settings("discord:\n  token: of-the-file\n").file("secret", "of-the-secret\n");

    assertThat(workplace.with("TILLBOT_DISCORD_TOKEN_FILE", "secret").read().discord())
        .isInstanceOfSatisfying(
            Configuration.Discord.On.class,
            discord -> assertThat(discord.token().reveal()).isEqualTo("of-the-secret"));
  }

  /** The message, the causes and their stacks. */
  private static String whole(ConfigurationException refusal) {
    StringWriter text = new StringWriter();
    refusal.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
