package io.tillbot.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.adapter.discord.fake.FakeDiscord;
import io.tillbot.app.Bench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./tillbot doctor}. */
class DoctorTest {
  private static final String SLACK_TOKEN = "xoxb-fake-0001";

  @TempDir Path home;
  private Bench bench;

  @BeforeEach
  void start() {
    bench = Bench.start(home);
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void beforeTheFirstStartNothingIsWrongAndNothingIsMade() {
    Bench.Run run = bench.run("", "doctor");
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("ok    configuration", "-     store: not there yet", "All is well.");
    assertThat(home.resolve("data")).doesNotExist();
    assertThat(home.resolve("keys")).doesNotExist();
  }

  @Test
  void aBotThatWorksIsWell() {
    bench.exec("/credit");
    Bench.Run run = bench.run("", "doctor");
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("ok    store", "ok    billing API: 127.0.0.1 answers");
  }

  @Test
  void everythingThatIsWrongWithTheConfigurationIsSaidAtOnce() {
    bench.environment().put("TILLBOT_SLACK_MODE", "carrier-pigeon");
    bench.environment().put("TILLBOT_HTTP_PORT", "many");
    Bench.Run run = bench.run("", "doctor");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out().lines().filter(line -> line.startsWith("BAD   configuration"))).hasSize(2);
  }

  @Test
  void aKeysetThatDoesNotFitIsSaidWithHowToMendIt() throws IOException {
    bench.exec("/credit");
    Files.delete(home.resolve("keys/keyset.json"));
    Bench.Run run = bench.run("", "doctor");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("BAD   store", "docs/operations.md");
  }

  @Test
  void anApiThatDoesNotAnswerIsNamed() {
    bench.exec("/credit");
    bench.environment().put("TILLBOT_BILLING_URL", "http://127.0.0.1:1/whmcs.php");
    Bench.Run run = bench.run("", "doctor");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("BAD   billing API", "billing.url");
  }

  @Test
  void discordsTokenAndPermissionsAreLookedAt() {
    try (FakeDiscord discord = FakeDiscord.start()) {
      bench.environment().put("TILLBOT_DISCORD_API_URL", discord.api().toString());
      bench.environment().put("TILLBOT_DISCORD_TOKEN", FakeDiscord.TOKEN);
      assertThat(bench.run("", "doctor").out()).contains("ok    discord: the token is that of");
      discord.permissions(0);
      Bench.Run run = bench.run("", "doctor");
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.out()).contains("BAD   discord: server", "Send Messages", "oauth2/authorize");
      bench.environment().put("TILLBOT_DISCORD_TOKEN", "wrong-token-0002");
      assertThat(bench.run("", "doctor").out())
          .contains("does not accept the bot's token")
          .doesNotContain("wrong-token-0002");
    }
  }

  @Test
  void slacksTokenAndScopesAreLookedAt() throws Exception {
    try (MockWebServer slack = new MockWebServer()) {
      slack.start();
      bench.environment().put("TILLBOT_SLACK_MODE", "http");
      bench
          .environment()
          .put("TILLBOT_SLACK_API_URL", "http://127.0.0.1:" + slack.getPort() + "/api/");
      bench.environment().put("TILLBOT_SLACK_SIGNING_SECRET", "fake-signing-secret");
      bench.environment().put("TILLBOT_SLACK_BOT_TOKEN", SLACK_TOKEN);
      slack.enqueue(answer(String.join(",", ChatChecks.neededScopes())));
      assertThat(bench.run("", "doctor").out()).contains("ok    slack: tillbot is in Acme");
      RecordedRequest asked = slack.takeRequest();
      assertThat(asked.getTarget()).isEqualTo("/api/auth.test");

      slack.enqueue(answer("commands"));
      Bench.Run lacking = bench.run("", "doctor");
      assertThat(lacking.status()).isEqualTo(1);
      assertThat(lacking.out()).contains("im:write").contains("manifest slack");

      slack.enqueue(
          new MockResponse.Builder().body("{\"ok\":false,\"error\":\"invalid_auth\"}").build());
      assertThat(bench.run("", "doctor").out())
          .contains("BAD   slack", "invalid_auth")
          .doesNotContain(SLACK_TOKEN);
    }
  }

  private static MockResponse answer(String scopes) {
    return new MockResponse.Builder()
        .addHeader("x-oauth-scopes", scopes)
        .body("{\"ok\":true,\"team\":\"Acme\",\"user\":\"tillbot\"}")
        .build();
  }

  @Test
  void theScopesAreThoseOfTheManifest() {
    assertThat(ChatChecks.neededScopes()).contains("commands", "im:write", "files:write");
  }

  @Test
  void forProgramsItIsOneJsonObject() {
    Bench.Run run = bench.run("", "doctor", "--json");
    assertThat(run.out().strip())
        .startsWith("{\"well\":true,\"findings\":[{\"part\":\"configuration\",\"health\":\"fine\"")
        .endsWith("]}")
        .hasLineCount(1);
  }
}
