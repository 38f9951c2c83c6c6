package io.tillbot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillbot.adapter.sandbox.Sandbox;
import io.tillbot.adapter.sandbox.SandboxOptions;
import io.tillbot.adapter.slack.fake.Acknowledgement;
import io.tillbot.adapter.slack.fake.FakeSlack;
import io.tillbot.adapter.slack.fake.Person;
import io.tillbot.adapter.slack.fake.Seen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code run}, packaged and configured by variables alone, in Slack by a socket: no port of its
 * own, and no loss when the socket is.
 */
class SlackSocketIT {
  private static final Duration LONGEST = Duration.ofSeconds(60);

  @TempDir private Path home;

  private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
  private final FakeSlack slack = new FakeSlack(Clock.systemUTC());

  @AfterEach
  void stop() {
    slack.close();
    sandbox.close();
  }

  @Test
  void aCommandIsAnsweredAPaymentMadeAndARemovedWorkspaceForgotten() throws Exception {
    link();
    Process run = start("run");
    try {
      await().atMost(LONGEST).until(() -> slack.sockets() == 1 || !run.isAlive());
      assertThat(run.isAlive()).as(output()).isTrue();
      Person ann = slack.person("U1", slack.socket());

      Acknowledgement acknowledgement = ann.types(FakeSlack.CHANNEL, "/invoice 123 --no-pdf");
      assertThat(acknowledgement.isInTime()).isTrue();
      await().atMost(LONGEST).until(() -> isSeen("Invoice 123"));

      slack.cutSockets();
      assertThat(ann.types(FakeSlack.CHANNEL, "/billing pay 103 5").isInTime()).isTrue();
      await().atMost(LONGEST).until(() -> isSeen("Confirm"));
      Seen preview = slack.seen().getLast();
      assertThat(ann.presses(preview, "Confirm").isInTime()).isTrue();
      await().atMost(LONGEST).until(() -> sandbox.received("apply_credit") == 1);
      await().atMost(LONGEST).until(() -> isSeen("was paid"));

      ann.uninstalls();
      await().atMost(LONGEST).until(() -> output().contains("slack/T1 has left"));
    } finally {
      run.destroy();
      assertThat(run.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)).as("it ends").isTrue();
    }
    assertThat(slack.refusals()).isEmpty();
    assertThat(output())
        .contains("Slack: connected", "Slack: the connection was lost")
        .doesNotContain(sandbox.demo().token(), FakeSlack.TOKEN, FakeSlack.APP_TOKEN, "ticket-");
  }

  private boolean isSeen(String text) {
    return slack.seen().stream()
        .anyMatch(seen -> (seen.texts() + "" + seen.labels()).contains(text));
  }

  private void link() throws Exception {
    Process link = start("link", "--platform", "slack", "--workspace", "T1", "--user", "U1");
    try (var keyboard = link.outputWriter(StandardCharsets.UTF_8)) {
      keyboard.write(sandbox.demo().token());
    }
    assertThat(link.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(link.exitValue()).as(output()).isZero();
  }

  private Process start(String... arguments) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(Packaged.command(home, List.of(), arguments))
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("output.txt").toFile()));
    Packaged.prepare(
        builder.environment(),
        Map.of(
            "TILLBOT_BILLING_URL",
            sandbox.whmcs().toString(),
            "TILLBOT_POLICY_PATH",
            Bench.OPEN_POLICY.toString(),
            "TILLBOT_LOG_LEVEL",
            "INFO",
            "TILLBOT_SLACK_MODE",
            "socket",
            "TILLBOT_SLACK_APP_TOKEN",
            FakeSlack.APP_TOKEN,
            "TILLBOT_SLACK_BOT_TOKEN",
            FakeSlack.TOKEN,
            "TILLBOT_SLACK_API_URL",
            slack.here() + "/api/"));
    return builder.start();
  }

  private String output() throws IOException {
    return Files.readString(home.resolve("output.txt"));
  }
}
