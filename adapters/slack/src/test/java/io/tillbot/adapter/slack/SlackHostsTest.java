package io.tillbot.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackHostsTest {
  @ParameterizedTest
  @CsvSource({
    "https://slack.com/api/, wss://wss-primary.slack.com/link/?ticket=1, true",
    "https://slack.com/api/, wss://wss-backup.slack.com:443/link/, true",
    "https://slack.com/api/, ws://wss-primary.slack.com/link/, false",
    "https://slack.com/api/, wss://slack.com.evil.example/link/, false",
    "https://slack.com/api/, wss://evilslack.com/link/, false",
    "https://slack.com/api/, wss://a@wss-primary.slack.com/link/, false",
    "https://slack.com/api/, wss://wss-primary.slack.com:8443/link/, false",
    "https://slack.com/api/, ws://127.0.0.1:9/link/, false",
    "http://127.0.0.1:1/api/, ws://127.0.0.1:9/link/, true",
    "http://127.0.0.1:1/api/, ws://192.0.2.1:9/link/, false",
    "http://127.0.0.1:1/api/, wss://wss-primary.slack.com/link/, false"
  })
  void socketsAreOpenedToSlackAlone(URI api, URI address, boolean isOpened) {
    assertThat(new SlackHosts(api).socketsAt(address)).isEqualTo(isOpened);
  }

  private final SlackHosts slack = new SlackHosts(URI.create("https://slack.com/api/"));
  private final SlackHosts fake = new SlackHosts(URI.create("http://127.0.0.1:8081/api/"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hooks.slack.com/commands/T1/1/x",
        "https://HOOKS.slack.com:443/actions/1"
      })
  void answersGoToSlacksHooks(String address) {
    assertThat(slack.answersAt(URI.create(address))).isTrue();
    assertThat(slack.filesAt(URI.create(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://hooks.slack.com/commands/1",
        "https://hooks.slack.com:8443/commands/1",
        "https://hooks.slack.com.evil.example/",
        "https://hooks.slack.com@evil.example/",
        "https://a@hooks.slack.com/",
        "https://evil.example/?hooks.slack.com",
        "https://slack.com/",
        "https://127.0.0.1/",
        "file:///etc/passwd",
        "/commands/1",
        "mailto:a@hooks.slack.com"
      })
  void theyGoNowhereElse(String address) {
    assertThat(slack.answersAt(URI.create(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:8082/commands/1",
        "http://localhost:8081/commands/1",
        "https://127.0.0.1:8081/commands/1",
        "https://hooks.slack.com/commands/1"
      })
  void onLoopbackTheyGoToTheSameServerOnly(String address) {
    assertThat(fake.answersAt(URI.create("http://127.0.0.1:8081/commands/1"))).isTrue();
    assertThat(fake.answersAt(URI.create(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://slack.com/api/",
        "https://slack.com/",
        "https://slack.com/api",
        "https://a:b@slack.com/api/",
        "https://slack.com/api/?x=1",
        "ftp://slack.com/api/",
        "slack.com/api/",
        "https:///api/"
      })
  void anAddressThatCouldLeakTheTokenIsRefused(String address) {
    assertThatThrownBy(() -> SlackHosts.requireSafe(URI.create(address)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.slack.com/files/U1/F1/invoice-1.pdf",
        "https://slack.com/app_redirect?channel=D1",
        "https://EXAMPLE.enterprise.slack.com:443/x"
      })
  void aPageOfSlacksMayBeShown(String page) {
    assertThat(new SlackHosts(URI.create("https://slack.com/api/")).page(page)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.slack.com/x",
        "https://evil.example/x",
        "https://evilslack.com/x",
        "https://slack.com.evil.example/x",
        "https://me@example.slack.com/x",
        "https://example.slack.com:444/x",
        "javascript:alert(1)",
        "not an address",
        ""
      })
  void noOtherPageIsShown(String page) {
    assertThat(new SlackHosts(URI.create("https://slack.com/api/")).page(page)).isEmpty();
  }

  @Test
  void aConversationIsLedTo() {
    SlackHosts hosts = new SlackHosts(URI.create("https://slack.com/api/"));
    assertThat(hosts.conversation("T1", "D1"))
        .hasToString("https://slack.com/app_redirect?channel=D1&team=T1");
    assertThat(hosts.conversation("E1", "D1"))
        .as("an organisation is no workspace")
        .hasToString("https://slack.com/app_redirect?channel=D1");
    assertThat(hosts.conversation("T1", "D1&x=y").toString())
        .endsWith("channel=D1%26x%3Dy&team=T1");
  }
}
