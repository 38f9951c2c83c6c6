package io.tillbot.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.adapter.billing.Dialect;
import io.tillbot.app.config.Configuration.Discord;
import io.tillbot.app.config.Configuration.Slack;
import io.tillbot.core.access.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The full mapping: each key and each variable reaches its place, and which of them wins. */
class EverySettingTest {
  private static final String FILE =
      """
      billing:
        url: http://127.0.0.1:8081/whmcs.php
        timeout: 7
        contact-type: 7
        form-id: 0012
        subscription-cancellation-type: true
        cancellation-reason: vendor-tools
        server-number: account-id
        payment-hosts:
          - Bill.example.com
          - pay.example.com
        client-area: https://bill.example.com/
      store:
        url: jdbc:sqlite:/srv/file.db
        keyset-path: /srv/keys/file.json
      http:
        address: 0.0.0.0
        port: 9001
        public-url: https://bot.example.com/
        trusted-proxies: 1
      slack:
        mode: http
        signing-secret: file-signing
        bot-token: file-bot
        client-id: 1.10
        client-secret: file-client
        api-url: http://127.0.0.1:9002/api/
      discord:
        token: file-discord
        guilds: [12345678901234567, "123456789012345678"]
        api-url: http://127.0.0.1:9003/api/v10/
        gateway-url: ws://127.0.0.1:9003/gateway
      limits:
        caller: 7
        workspace: 70
        strangers: 1
      policy:
        path: /srv/file-policy.yaml
      """;
  private static final Configuration OF_FILE =
      new Configuration(
          new Configuration.Billing(
              URI.create("http://127.0.0.1:8081/whmcs.php"),
              Duration.ofSeconds(7),
              new Dialect(
                  Dialect.CancellationReason.VENDOR_TOOLS, Dialect.ServerNumbering.ACCOUNT_ID, "7"),
              "0012",
              "true",
              List.of("bill.example.com", "pay.example.com"),
              URI.create("https://bill.example.com/")),
          new Configuration.Store(
              "jdbc:sqlite:/srv/file.db", null, null, Path.of("/srv/keys/file.json")),
          new Configuration.Http("0.0.0.0", 9001, URI.create("https://bot.example.com/"), 1),
          new Slack.Http(
              URI.create("http://127.0.0.1:9002/api/"),
              Secret.of("file-signing"),
              Secret.of("file-bot"),
              new Slack.Install("1.10", Secret.of("file-client"))),
          new Discord.On(
              Secret.of("file-discord"),
              List.of("12345678901234567", "123456789012345678"),
              URI.create("http://127.0.0.1:9003/api/v10/"),
              URI.create("ws://127.0.0.1:9003/gateway")),
          new Configuration.Limits(7, 70, 1),
          new Configuration.Policy(Path.of("/srv/file-policy.yaml")));

  private static final Map<String, String> ENVIRONMENT =
      Map.ofEntries(
          Map.entry("TILLBOT_BILLING_URL", "https://env.example.com/whmcs.php"),
          Map.entry("TILLBOT_BILLING_TIMEOUT", "300"),
          Map.entry("TILLBOT_BILLING_CONTACT_TYPE", "8"),
          Map.entry("TILLBOT_BILLING_FORM_ID", "44"),
          Map.entry("TILLBOT_BILLING_SUBSCRIPTION_CANCELLATION_TYPE", "Immediate"),
          Map.entry("TILLBOT_BILLING_CANCELLATION_REASON", "both"),
          Map.entry("TILLBOT_BILLING_SERVER_NUMBER", "server-id"),
          Map.entry("TILLBOT_BILLING_PAYMENT_HOSTS", "a.example.com, b.example.com"),
          Map.entry("TILLBOT_BILLING_CLIENT_AREA", "https://env.example.com/area"),
          Map.entry("TILLBOT_STORE_URL", "jdbc:sqlite:env.db"),
          Map.entry("TILLBOT_STORE_KEYSET_PATH", "env/keyset.json"),
          Map.entry("TILLBOT_HTTP_ADDRESS", "::1"),
          Map.entry("TILLBOT_HTTP_PORT", "0"),
          Map.entry("TILLBOT_HTTP_PUBLIC_URL", "http://localhost:1/"),
          Map.entry("TILLBOT_HTTP_TRUSTED_PROXIES", "9"),
          Map.entry("TILLBOT_SLACK_MODE", "socket"),
          Map.entry("TILLBOT_SLACK_APP_TOKEN", "env-app"),
          Map.entry("TILLBOT_SLACK_BOT_TOKEN", "env-bot"),
          Map.entry("TILLBOT_SLACK_CLIENT_ID", "2.2"),
          Map.entry("TILLBOT_SLACK_CLIENT_SECRET", "env-client"),
          Map.entry("TILLBOT_SLACK_API_URL", "https://env.example.com/api/"),
          Map.entry("TILLBOT_DISCORD_TOKEN", "env-discord"),
          Map.entry("TILLBOT_DISCORD_GUILDS", "98765432109876543,"),
          Map.entry("TILLBOT_DISCORD_API_URL", "https://env.example.com/api/v10/"),
          Map.entry("TILLBOT_DISCORD_GATEWAY_URL", "wss://env.example.com/"),
          Map.entry("TILLBOT_LIMITS_CALLER", "99999"),
          Map.entry("TILLBOT_LIMITS_WORKSPACE", "9"),
          Map.entry("TILLBOT_LIMITS_STRANGERS", "8"),
          Map.entry("TILLBOT_POLICY_PATH", "env-policy.yaml"));
  private static final Configuration OF_ENVIRONMENT =
      new Configuration(
          new Configuration.Billing(
              URI.create("https://env.example.com/whmcs.php"),
              Duration.ofSeconds(300),
              new Dialect(Dialect.CancellationReason.BOTH, Dialect.ServerNumbering.SERVER_ID, "8"),
              "44",
              "Immediate",
              List.of("a.example.com", "b.example.com"),
              URI.create("https://env.example.com/area")),
          new Configuration.Store("jdbc:sqlite:env.db", null, null, Path.of("env/keyset.json")),
          new Configuration.Http("::1", 0, URI.create("http://localhost:1/"), 9),
          new Slack.Socket(
              URI.create("https://env.example.com/api/"),
              Secret.of("env-app"),
              Secret.of("env-bot"),
              new Slack.Install("2.2", Secret.of("env-client"))),
          new Discord.On(
              Secret.of("env-discord"),
              List.of("98765432109876543"),
              URI.create("https://env.example.com/api/v10/"),
              URI.create("wss://env.example.com/")),
          new Configuration.Limits(99_999, 9, 8),
          new Configuration.Policy(Path.of("env-policy.yaml")));

  @TempDir Path directory;
  private Workplace workplace;

  @BeforeEach
  void aWorkplace() {
    workplace = new Workplace(directory);
  }

  @Test
  void everyKeyIsReadFromTheFile() {
    assertThat(workplace.settings(FILE).read()).isEqualTo(OF_FILE);
  }

  @Test
  void everyVariableIsReadFromTheEnvironment() {
    assertThat(workplace.with(ENVIRONMENT).read()).isEqualTo(OF_ENVIRONMENT);
  }

  @Test
  void theEnvironmentBeatsTheFile() {
    assertThat(workplace.settings(FILE).with(ENVIRONMENT).read()).isEqualTo(OF_ENVIRONMENT);
  }

  /** The two of a database server are refused beside SQLite; they have a test of their own. */
  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"STORE_USER", "STORE_PASSWORD"})
  void eachVariableAloneBeatsItsKeyAndNoOther(Setting setting) {
    Map<String, String> all = new HashMap<>(ENVIRONMENT);
    all.put("TILLBOT_SLACK_SIGNING_SECRET", "env-signing");
    boolean isOfSockets = setting == Setting.SLACK_APP_TOKEN || setting == Setting.SLACK_MODE;
    String file =
        isOfSockets ? FILE.replace("mode: http", "mode: socket\n  app-token: file-app") : FILE;
    Configuration before = workplace.settings(file).read();
    String value = setting == Setting.SLACK_MODE ? "off" : all.get(setting.variable());
    Configuration after = workplace.with(setting.variable(), value).read();

    assertThat(after).isNotEqualTo(before);
    List<Boolean> changed = new ArrayList<>();
    changed.add(!after.billing().equals(before.billing()));
    changed.add(!after.store().equals(before.store()));
    changed.add(!after.http().equals(before.http()));
    changed.add(!after.slack().equals(before.slack()));
    changed.add(!after.discord().equals(before.discord()));
    changed.add(!after.limits().equals(before.limits()));
    changed.add(!after.policy().equals(before.policy()));
    assertThat(changed).containsOnlyOnce(true);
  }

  @ParameterizedTest
  @EnumSource(names = {"STORE_USER", "STORE_PASSWORD"})
  void whatOnlyADatabaseServerHasIsReadAsWell(Setting setting) {
    String key = setting.key().substring("store.".length());
    assertThat(workplace.settings("store:\n  " + key + ": x\n").problems())
        .singleElement()
        .asString()
        .contains("line 2, " + setting.key());
    assertThat(workplace.with(setting.variable(), "y").problems())
        .singleElement()
        .asString()
        .startsWith(setting.variable());
  }

  @ParameterizedTest
  @EnumSource(
      names = {".*(SECRET|TOKEN)"},
      mode = Mode.MATCH_ALL)
  void eachSecretMayStandInAFile(Setting setting) {
    String variable = setting.fileVariable().orElseThrow();
    String file = FILE.replace("mode: http", "mode: " + modeFor(setting));
    workplace.settings(file).with("TILLBOT_SLACK_APP_TOKEN", "env-app").file("run/s", "word-1\r\n");
    if (setting == Setting.SLACK_APP_TOKEN) {
      workplace.with("TILLBOT_SLACK_APP_TOKEN", "");
    }

    Configuration fromAFile = workplace.with(variable, "run/s").read();
    workplace.with(variable, "").with(setting.variable(), "word-1");

    assertThat(fromAFile).isEqualTo(workplace.read());
    assertThat(workplace.with(setting.variable(), "word-2").read()).isNotEqualTo(fromAFile);
  }

  private static String modeFor(Setting setting) {
    return setting == Setting.SLACK_APP_TOKEN ? "socket" : "http";
  }

  @Test
  void onlySecretsMayStandInAFile() {
    assertThat(Stream.of(Setting.values()).filter(each -> each.fileVariable().isPresent()))
        .containsExactly(
            Setting.STORE_PASSWORD,
            Setting.SLACK_SIGNING_SECRET,
            Setting.SLACK_BOT_TOKEN,
            Setting.SLACK_APP_TOKEN,
            Setting.SLACK_CLIENT_SECRET,
            Setting.DISCORD_TOKEN);
    assertThat(workplace.with("TILLBOT_HTTP_PORT_FILE", "x").problems())
        .containsExactly(
            "TILLBOT_HTTP_PORT_FILE: is not a variable of tillbot;"
                + " those that are stand in config/tillbot.yaml");
  }

  @Test
  void anEmptyListIsAListAndNoDefault() {
    workplace.settings("billing:\n  payment-hosts: []\n");

    assertThat(workplace.read().billing().paymentHosts()).isEmpty();
  }
}
