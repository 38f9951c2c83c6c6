package io.tillbot.adapter.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://invapi.example.test/whmcs.php",
        "HTTPS://invapi.example.test:8443/a/b/whmcs.php",
        "http://localhost:8080/whmcs.php",
        "http://127.0.0.1:8080/whmcs.php",
        "http://[::1]:8080/whmcs.php"
      })
  void httpsAnywhereAndHttpOnLoopbackAreFine(String endpoint) {
    assertThatCode(() -> new BillingClient(BillingClientOptions.of(URI.create(endpoint))).close())
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://invapi.example.test/whmcs.php",
        "http://127.0.0.1.example.test/whmcs.php",
        "http://localhost.example.test/whmcs.php",
        "http://10.0.0.1/whmcs.php",
        "ftp://127.0.0.1/whmcs.php",
        "whmcs.php",
        "https:whmcs.php",
        "https://invapi.example.test",
        "https://invapi.example.test/",
        "https://user:fake-secret@invapi.example.test/whmcs.php",
        "https://invapi.example.test/whmcs.php?token=fake-secret",
        "https://invapi.example.test/whmcs.php#fake-secret"
      })
  void anyOtherAddressIsRefusedWithoutQuotingIt(String endpoint) {
    assertThatThrownBy(() -> BillingClientOptions.of(URI.create(endpoint)))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .doesNotContain("fake-secret");
  }

  @Test
  void theDefaultsAreThoseThatAreWrittenDown() {
    BillingClientOptions options =
        BillingClientOptions.of(URI.create("https://invapi.example.test/whmcs.php"));

    assertThat(options.maxAnswerBytes()).isEqualTo(8_388_608);
    assertThat(options.sessions().asked()).isEqualTo(Duration.ofSeconds(3600));
    assertThat(options.sessions().renewEarly()).isEqualTo(Duration.ofSeconds(120));
    assertThat(options.retry().longestRetryAfter()).isEqualTo(Duration.ofSeconds(30));
    assertThat(options.longestWrite()).isEqualTo(options.timeouts().call().multipliedBy(2));
  }

  @Test
  void pausesDoubleUpToTheLongest() {
    ReadRetry retry = ReadRetry.defaults();

    assertThat(retry.pauseAfter(1)).isEqualTo(Duration.ofMillis(200));
    assertThat(retry.pauseAfter(2)).isEqualTo(Duration.ofMillis(400));
    assertThat(retry.pauseAfter(3)).isEqualTo(Duration.ofMillis(800));
    assertThat(retry.pauseAfter(100)).isEqualTo(Duration.ofSeconds(2));
  }
}
