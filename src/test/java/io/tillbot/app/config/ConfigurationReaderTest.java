package io.tillbot.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillbot.adapter.billing.Dialect;
import io.tillbot.core.access.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationReaderTest {
  private static final Configuration DOCUMENTED =
      new Configuration(
          new Configuration.Billing(
              URI.create("https://invapi.hostkey.com/whmcs.php"),
              Duration.ofSeconds(30),
              Dialect.defaults(),
              null,
              null,
              List.of("bill.hostkey.com"),
              URI.create("https://bill.hostkey.com/")),
          new Configuration.Store(
              "jdbc:sqlite:data/tillbot.db", null, null, Path.of("keys/keyset.json")),
          new Configuration.Http("127.0.0.1", 8080, null, 0),
          new Configuration.Slack.Off(),
          new Configuration.Discord.Off(),
          new Configuration.Limits(120, 6_000, 120),
          new Configuration.Policy(Path.of("config/policy.yaml")));

  @TempDir Path directory;
  private Workplace workplace;

  @BeforeEach
  void aWorkplace() {
    workplace = new Workplace(directory);
  }

  @Test
  void nothingConfiguredMeansTheDocumentedDefaults() {
    assertThat(workplace.read()).isEqualTo(DOCUMENTED);
    assertThat(ConfigurationReader.read(Map.of())).isEqualTo(DOCUMENTED);
    assertThat(Configuration.defaults()).isEqualTo(DOCUMENTED);
  }

  @Test
  void allProblemsAreToldTogetherEachWithItsVariable() {
    workplace
        .with("TILLBOT_BILLING_URL", "not an address")
        .with("TILLBOT_STORE_URL", "jdbc:oracle:thin:@db")
        .with("TILLBOT_STORE_KEYSET_PATH", "\0");

    assertThat(workplace.problems())
        .satisfiesExactly(
            billing -> assertThat(billing).startsWith("TILLBOT_BILLING_URL: "),
            store -> assertThat(store).startsWith("TILLBOT_STORE_URL: "),
            keyset -> assertThat(keyset).startsWith("TILLBOT_STORE_KEYSET_PATH: "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://billing.example.com/whmcs.php",
        "http://127.0.0.1.example.com/whmcs.php",
        "ftp://127.0.0.1/whmcs.php",
        "only-words",
        "https://user:password@billing.example.com/whmcs.php",
        "https://billing.example.com/whmcs.php?token=1"
      })
  void anUnsafeAddressIsRefusedWithoutBeingRepeated(String address) {
    assertThatThrownBy(() -> ConfigurationReader.read(Map.of("TILLBOT_BILLING_URL", address)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("TILLBOT_BILLING_URL")
        .hasMessageNotContaining("password")
        .hasMessageNotContaining(address);
  }

  @ParameterizedTest
  @CsvSource({
    "TILLBOT_HTTP_PUBLIC_URL, http://bot.example.com/",
    "TILLBOT_HTTP_PUBLIC_URL, https://bot.example.com/#top",
    "TILLBOT_HTTP_TRUSTED_PROXIES, 10",
    "TILLBOT_HTTP_TRUSTED_PROXIES, -1",
    "TILLBOT_SLACK_API_URL, http://slack.example.com/api/",
    "TILLBOT_SLACK_API_URL, https://slack.example.com/api",
    "TILLBOT_DISCORD_API_URL, ws://127.0.0.1/api/",
    "TILLBOT_DISCORD_API_URL, https://discord.example.com/api/v10",
    "TILLBOT_DISCORD_GATEWAY_URL, ws://gateway.example.com/",
    "TILLBOT_DISCORD_GATEWAY_URL, https://gateway.example.com/",
    "TILLBOT_BILLING_CLIENT_AREA, http://127.0.0.1/",
    "TILLBOT_BILLING_PAYMENT_HOSTS, https://bill.example.com",
    "TILLBOT_BILLING_PAYMENT_HOSTS, bill.example.com:443",
    "TILLBOT_BILLING_PAYMENT_HOSTS, bill.example.com/pay",
    "TILLBOT_BILLING_PAYMENT_HOSTS, *.example.com",
    "TILLBOT_BILLING_PAYMENT_HOSTS, 192.0.2.1",
    "TILLBOT_BILLING_PAYMENT_HOSTS, -a.example.com",
    "TILLBOT_BILLING_CANCELLATION_REASON, VENDOR_TOOLS",
    "TILLBOT_BILLING_SERVER_NUMBER, relid",
    "TILLBOT_HTTP_PORT, 65536",
    "TILLBOT_HTTP_PORT, -1",
    "TILLBOT_HTTP_PORT, tcp://10.0.0.1:80",
    "TILLBOT_HTTP_ADDRESS, 127.0.0.1/8",
    "TILLBOT_DISCORD_GUILDS, 42",
    "TILLBOT_SLACK_MODE, on"
  })
  void aValueThatIsNotOfTheFormIsRefusedWithoutBeingRepeated(String variable, String value) {
    assertThat(workplace.with(variable, value).problems())
        .singleElement()
        .asString()
        .startsWith(variable + ": must ")
        .doesNotContain(" " + value + " ");
  }

  @ParameterizedTest
  @CsvSource({
    "TILLBOT_HTTP_PUBLIC_URL, http://localhost:8080/",
    "TILLBOT_SLACK_API_URL, http://127.0.0.1:1/api/",
    "TILLBOT_DISCORD_API_URL, http://[::1]:1/api/v10/",
    "TILLBOT_DISCORD_GATEWAY_URL, ws://127.0.0.1:1/gateway",
    "TILLBOT_HTTP_PORT, 0",
    "TILLBOT_HTTP_PORT, 65535",
    "TILLBOT_HTTP_ADDRESS, ::1",
    "TILLBOT_BILLING_PAYMENT_HOSTS, 'Bill.Example.com, pay.example.com'"
  })
  void whatIsOfTheFormIsTaken(String variable, String value) {
    assertThat(workplace.with(variable, value).read()).isNotNull();
  }

  @Test
  void blankMeansNotConfigured() {
    workplace.with("TILLBOT_BILLING_URL", "  ").with("TILLBOT_SLACK_BOT_TOKEN_FILE", " ");
    workplace.with("TILLBOT_CONFIG", "").settings("billing:\n  url: ''\n  form-id:\nslack: ~\n");

    assertThat(workplace.read()).isEqualTo(DOCUMENTED);
  }

  @Test
  void theFileMayStandElsewhereAndMustExistThen() {
    workplace.settings("http:\n  port: 1\n").file("other.yaml", "http:\n  port: 2\n");

    assertThat(workplace.read().http().port()).isEqualTo(1);
    assertThat(workplace.with("TILLBOT_CONFIG", "other.yaml").read().http().port()).isEqualTo(2);
    assertThat(workplace.with("TILLBOT_CONFIG", "nowhere.yaml").problems())
        .containsExactly(
            "TILLBOT_CONFIG: must name a text file in UTF-8 that can be read, of at most 256 KiB");
  }

  @Test
  void aPostgresDatabaseIsTakenWithItsUserAndPassword() {
    Configuration.Store store =
        workplace
            .with("TILLBOT_STORE_URL", "jdbc:postgresql://db:5432/tillbot?sslmode=verify-full")
            .with("TILLBOT_STORE_USER", "tillbot")
            .settings("store:\n  password: hunter2\n")
            .read()
            .store();

    assertThat(store.url()).isEqualTo("jdbc:postgresql://db:5432/tillbot?sslmode=verify-full");
    assertThat(store.user()).isEqualTo("tillbot");
    assertThat(store.password()).isEqualTo(Secret.of("hunter2"));
    assertThat(store).asString().doesNotContain("hunter2");
  }

  @Test
  void anAddressOfADatabaseIsAFilesOrAServersAndHoldsNoPassword() {
    for (String url :
        List.of(
            "postgresql://db/tillbot",
            "jdbc:postgresql:tillbot",
            "jdbc:postgresql://db",
            "jdbc:postgresql://ann:hunter2@db/tillbot",
            "jdbc:postgresql://db/tillbot?user=ann",
            "jdbc:postgresql://db/tillbot?ssl=true&PASSWORD=hunter2",
            "jdbc:mysql://db/tillbot",
            "jdbc:sqlite:")) {
      assertThat(workplace.with("TILLBOT_STORE_URL", url).problems())
          .containsExactly(
              "TILLBOT_STORE_URL: must be jdbc:sqlite: and a file's path, or"
                  + " jdbc:postgresql://HOST:PORT/DATABASE without user and password, which have"
                  + " settings of their own");
    }
  }

  @Test
  void aFileOfADatabaseHasNeitherUserNorPassword() {
    workplace.with("TILLBOT_STORE_USER", "ann").settings("store:\n  password: hunter2\n");

    assertThat(workplace.problems())
        .containsExactly(
            "TILLBOT_STORE_USER: has no place beside an SQLite address; remove it",
            "config/tillbot.yaml line 2, store.password:"
                + " has no place beside an SQLite address; remove it");
  }

  @Test
  void slackSaysWhichSecretsItsModeMisses() {
    assertThat(workplace.with("TILLBOT_SLACK_MODE", "http").problems())
        .containsExactly(
            "TILLBOT_SLACK_SIGNING_SECRET (slack.signing-secret): is missing;"
                + " Slack over http needs it",
            "TILLBOT_SLACK_BOT_TOKEN (slack.bot-token): is missing; Slack over http needs it");
    assertThat(workplace.with("TILLBOT_SLACK_MODE", "socket").problems())
        .containsExactly(
            "TILLBOT_SLACK_APP_TOKEN (slack.app-token): is missing; Slack over a socket needs it",
            "TILLBOT_SLACK_BOT_TOKEN (slack.bot-token): is missing; Slack over a socket needs it");
  }

  @Test
  void anApplicationThatOthersInstallNeedsNoTokenOfItsOwn() {
    Configuration read =
        workplace
            .with(
                Map.of(
                    "TILLBOT_SLACK_MODE", "socket",
                    "TILLBOT_SLACK_APP_TOKEN", "a",
                    "TILLBOT_SLACK_CLIENT_ID", "1.2",
                    "TILLBOT_SLACK_CLIENT_SECRET", "c"))
            .read();
    assertThat(read.slack())
        .isInstanceOfSatisfying(
            Configuration.Slack.Socket.class, slack -> assertThat(slack.botToken()).isNull());
  }

  @Test
  void anInstallableApplicationNeedsBothHalvesOfItsIdentity() {
    Map<String, String> slack =
        Map.of(
            "TILLBOT_SLACK_MODE", "http",
            "TILLBOT_SLACK_SIGNING_SECRET", "a",
            "TILLBOT_SLACK_BOT_TOKEN", "b");

    assertThat(workplace.with(slack).with("TILLBOT_SLACK_CLIENT_ID", "1.2").problems())
        .singleElement()
        .asString()
        .startsWith("TILLBOT_SLACK_CLIENT_SECRET (slack.client-secret): is missing");
    assertThat(
            workplace
                .with("TILLBOT_SLACK_CLIENT_ID", "")
                .with("TILLBOT_SLACK_CLIENT_SECRET", "c")
                .problems())
        .singleElement()
        .asString()
        .startsWith("TILLBOT_SLACK_CLIENT_ID (slack.client-id): is missing");
  }
}
