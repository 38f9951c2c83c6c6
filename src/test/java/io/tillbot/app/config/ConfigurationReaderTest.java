package io.tillbot.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationReaderTest {

  @Test
  void nothingConfiguredMeansTheDocumentedDefaults() {
    assertThat(ConfigurationReader.read(Map.of()))
        .isEqualTo(
            new Configuration(
                new Configuration.Billing(URI.create("https://invapi.hostkey.com/whmcs.php")),
                new Configuration.Store(
                    "jdbc:sqlite:data/tillbot.db", Path.of("keys/keyset.json"))));
  }

  @Test
  void everySettingIsReadFromItsVariable() {
    assertThat(
            ConfigurationReader.read(
                Map.of(
                    "TILLBOT_BILLING_URL", "http://127.0.0.1:8081/whmcs.php",
                    "TILLBOT_STORE_URL", "jdbc:sqlite:/srv/tillbot.db",
                    "TILLBOT_STORE_KEYSET_PATH", "/srv/keys/keyset.json")))
        .isEqualTo(
            new Configuration(
                new Configuration.Billing(URI.create("http://127.0.0.1:8081/whmcs.php")),
                new Configuration.Store(
                    "jdbc:sqlite:/srv/tillbot.db", Path.of("/srv/keys/keyset.json"))));
  }

  @Test
  void allProblemsAreToldTogetherEachWithItsVariable() {
    assertThatThrownBy(
            () ->
                ConfigurationReader.read(
                    Map.of(
                        "TILLBOT_BILLING_URL", "not an address",
                        "TILLBOT_STORE_URL", "jdbc:oracle:thin:@db",
                        "TILLBOT_STORE_KEYSET_PATH", "\0")))
        .isInstanceOfSatisfying(
            ConfigurationException.class,
            problem ->
                assertThat(problem.problems())
                    .satisfiesExactly(
                        billing -> assertThat(billing).startsWith("TILLBOT_BILLING_URL: "),
                        store -> assertThat(store).startsWith("TILLBOT_STORE_URL: "),
                        keyset -> assertThat(keyset).startsWith("TILLBOT_STORE_KEYSET_PATH: ")));
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

  @Test
  void blankMeansNotConfigured() {
    assertThat(ConfigurationReader.read(Map.of("TILLBOT_BILLING_URL", "  ")))
        .isEqualTo(ConfigurationReader.read(Map.of()));
  }
}
