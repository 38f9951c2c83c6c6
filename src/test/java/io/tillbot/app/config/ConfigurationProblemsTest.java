package io.tillbot.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong is told all at once, where it is, and with what would be right. */
class ConfigurationProblemsTest {
  @TempDir Path directory;
  private Workplace workplace;

  @BeforeEach
  void aWorkplace() {
    workplace = new Workplace(directory);
  }

  @Test
  void everyProblemOfFileAndEnvironmentIsToldTogether() {
    workplace
        .settings(
            """
            billing:
              url: ftp://nowhere
              ulr: https://billing.example.com/whmcs.php
              payment-hosts: [[a], b]
            htpp:
              port: 1
            http:
              port: many
              port: 8081
            slack:
              mode: [socket]
            """)
        .with("TILLBOT_DISCORD_TOKN", "x")
        .with("TILLBOT_SLACK_BOT_TOKEN_FILE", "nowhere")
        .with("TILLBOT_STORE_URL", "jdbc:postgresql://db");

    assertThat(workplace.problems())
        .containsExactly(
            "config/tillbot.yaml line 3: billing.ulr is not a key; did you mean billing.url?",
            "config/tillbot.yaml line 4, billing.payment-hosts:"
                + " must be a list of plain values: [one, other]",
            "config/tillbot.yaml line 5: htpp is not a key; did you mean http?",
            "config/tillbot.yaml line 9: http.port is there already,"
                + " at config/tillbot.yaml line 8",
            "config/tillbot.yaml line 11, slack.mode:"
                + " must be one plain value, not a list, a section or a tag",
            "TILLBOT_DISCORD_TOKN: is not a variable of tillbot;"
                + " did you mean TILLBOT_DISCORD_TOKEN?",
            "TILLBOT_SLACK_BOT_TOKEN_FILE: must name a text file that can be read",
            "config/tillbot.yaml line 2, billing.url: must be the full https address of"
                + " whmcs.php, or http on loopback, without user, query and fragment, such as"
                + " https://invapi.hostkey.com/whmcs.php",
            "TILLBOT_STORE_URL: must be jdbc:sqlite: and a file's path, or"
                + " jdbc:postgresql://HOST:PORT/DATABASE without user and password, which have"
                + " settings of their own",
            "config/tillbot.yaml line 8, http.port:"
                + " must be a number from 0 to 65535; 0 takes any free port");
    assertThat(workplace.refusal().getMessage().lines()).isEqualTo(workplace.problems());
  }

  @ParameterizedTest
  @CsvSource({
    "TILLBOT_BILING_URL, TILLBOT_BILLING_URL",
    "TILLBOT_SLACK_SINGING_SECRET, TILLBOT_SLACK_SIGNING_SECRET",
    "TILLBOT_BILLING_SUBSCRIPTION_CANCELATION_TYPE, TILLBOT_BILLING_SUBSCRIPTION_CANCELLATION_TYPE",
    "TILLBOT_DISCORD_TOKEN_FIL, TILLBOT_DISCORD_TOKEN_FILE",
    "TILLBOT_LOGLEVEL, TILLBOT_LOG_LEVEL",
    "TILLBOT_CONFG, TILLBOT_CONFIG"
  })
  void anUnknownVariableNamesTheNearestOne(String wrong, String right) {
    assertThat(workplace.with(wrong, "x").problems())
        .containsExactly(wrong + ": is not a variable of tillbot; did you mean " + right + "?");
  }

  @ParameterizedTest
  @CsvSource({
    "'billing:\n  client-aera: x', billing.client-aera, billing.client-area",
    "'slack:\n  bot-tokn: x', slack.bot-tokn, slack.bot-token",
    "'discrod:\n  token: x', discrod, discord",
    "'billing-url: x', billing-url, billing.url"
  })
  void anUnknownKeyNamesTheNearestOne(String yaml, String wrong, String right) {
    assertThat(workplace.settings(yaml).problems())
        .singleElement()
        .asString()
        .endsWith(": " + wrong + " is not a key; did you mean " + right + "?");
  }

  @Test
  void aKeyInOneLineIsToldToBeTwo() {
    assertThat(workplace.settings("billing.url: x").problems())
        .containsExactly(
            "config/tillbot.yaml line 1: billing.url is not a key in one line;"
                + " write billing: and below it, indented, url:");
  }

  @Test
  void whatTheLauncherAndTheLogReadIsKnown() {
    workplace
        .with("TILLBOT_LOG_LEVEL", "INFO")
        .with("TILLBOT_LOG_FILE", "x")
        .with("TILLBOT_JAVA_OPTS", "-Xmx64m")
        .with("JAVA25_HOME", "/nowhere")
        .with("TILL", "x");

    assertThat(workplace.read()).isEqualTo(Configuration.defaults());
  }

  @Test
  void variablesThatDescribeAServiceCalledTillbotAreNobodysMistake() {
    workplace
        .with("TILLBOT_SERVICE_HOST", "10.0.0.1")
        .with("TILLBOT_SERVICE_PORT", "8080")
        .with("TILLBOT_SERVICE_PORT_WEB", "8080")
        .with("TILLBOT_PORT", "tcp://10.0.0.1:8080")
        .with("TILLBOT_PORT_8080_TCP", "tcp://10.0.0.1:8080")
        .with("TILLBOT_WEB_PORT_8080_TCP_ADDR", "10.0.0.1");
    assertThat(workplace.read()).isEqualTo(Configuration.defaults());

    assertThat(workplace.with("TILLBOT_PORT", "8080").problems()).hasSize(1);
  }

  // ---- The file

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http:\n  port: 'open\n",
        "http:\n  port: 1\n port: 2\n",
        "http:\n\tport: 1\n",
        "a: *b\n",
        "http: {port: 1}\n---\nhttp: {port: 2}\n",
        "http: &h {port: 1}\nslack: *h\n",
        "\u0001: 1\n",
        "%YAML 3.0\n---\nhttp: {port: 1}\n"
      })
  void whatIsNotYamlIsOneProblemAndShowsNothingOfTheFile(String yaml) {
    assertThat(workplace.settings(yaml).with("TILLBOT_SLACK_MODE", "http").problems())
        .singleElement()
        .asString()
        .matches(
            "config/tillbot[.]yaml( line \\d+)?: is not YAML; are quotes, colons and indentation"
                + " right, is there one document, no alias[?]");
  }

  @Test
  void aFileMadeToExplodeIsRefusedAtOnce() {
    String bomb =
        IntStream.range(1, 30)
            .mapToObj(
                level ->
                    "a%d: &a%d [%s]"
                        .formatted(
                            level,
                            level,
                            String.join(", ", Collections.nCopies(9, "*a" + (level - 1)))))
            .collect(Collectors.joining("\n", "a0: &a0 [x, x]\n", "\n"));

    assertThat(workplace.settings(bomb).problems())
        .singleElement()
        .asString()
        .contains("is not YAML");
    assertThat(workplace.settings("[".repeat(100_000)).problems())
        .containsExactly(
            "config/tillbot.yaml: is nested too deep; there are sections and keys, no more");
  }

  @ParameterizedTest
  @ValueSource(strings = {"word", "- http", "[http]", "http\n"})
  void aFileWithoutSectionsIsRefused(String yaml) {
    assertThat(workplace.settings(yaml).problems())
        .containsExactly(
            "config/tillbot.yaml line 1:"
                + " must hold sections such as billing: with their keys below");
  }

  @ParameterizedTest
  @ValueSource(strings = {"slack: [mode]", "slack: mode", "slack:\n  - mode: http"})
  void aSectionWithoutKeysIsRefusedAndNothingInItIsCalledMissing(String yaml) {
    assertThat(workplace.settings(yaml).with("TILLBOT_SLACK_MODE", "http").problems())
        .singleElement()
        .asString()
        .contains("slack must hold keys, each in a line of its own: KEY: VALUE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[8080]", "{number: 8080}", "!env PORT", "!!binary ODA4MA==", "{<<: {a: 1}}"})
  void whatIsNotAPlainValueIsRefusedWithItsLine(String value) {
    assertThat(workplace.settings("# a comment\nhttp:\n  port: " + value).problems())
        .containsExactly(
            "config/tillbot.yaml line 3, http.port:"
                + " must be one plain value, not a list, a section or a tag");
  }

  @Test
  void aListTakesPlainItemsAndTheVariablesForm() {
    workplace.settings("discord:\n  token: x\n  guilds: 12345678901234567, 12345678901234568\n");
    assertThat(workplace.read().discord())
        .isInstanceOfSatisfying(
            Configuration.Discord.On.class, discord -> assertThat(discord.guilds()).hasSize(2));

    assertThat(workplace.settings("discord:\n  guilds: [1, 2]\n").problems())
        .containsExactly(
            "config/tillbot.yaml line 2, discord.guilds:"
                + " must hold ids of Discord servers: 17 to 20 digits each",
            "config/tillbot.yaml line 2, discord.guilds:"
                + " must hold ids of Discord servers: 17 to 20 digits each");
    assertThat(workplace.settings("discord:\n  guilds: ['a,b', ~]\n").problems()).hasSize(1);
  }

  @Test
  void aValueIsOneLine() {
    assertThat(workplace.settings("policy:\n  path: \"a\\nb\"\n").problems())
        .containsExactly("config/tillbot.yaml line 2, policy.path: must be one line of plain text");
  }

  @Test
  void aKeyMustBeAWord() {
    assertThat(workplace.settings("? [a, b]\n: c\n").problems())
        .containsExactly("config/tillbot.yaml line 1: a key must be a word");
  }

  @Test
  void anUnreadableFileIsAProblemOfItsOwn() {
    byte[] latin = "http:\n  # für\n".getBytes(StandardCharsets.ISO_8859_1);
    String problem =
        "config/tillbot.yaml: must be a text file in UTF-8 that can be read, of at most 256 KiB";

    assertThat(workplace.file("config/tillbot.yaml", latin).problems()).containsExactly(problem);
    assertThat(workplace.settings("#".repeat(300_000)).problems()).containsExactly(problem);
    assertThat(workplace.with("TILLBOT_CONFIG", "a\0b").problems())
        .containsExactly(
            "TILLBOT_CONFIG: must name a text file in UTF-8 that can be read, of at most 256 KiB");
    assertThat(workplace.with("TILLBOT_CONFIG", ".").problems()).hasSize(1);
  }
}
