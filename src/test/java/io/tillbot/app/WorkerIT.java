package io.tillbot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillbot.adapter.sandbox.Sandbox;
import io.tillbot.adapter.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged program at two people's terminals, under a policy that asks for a second person and
 * for a hold, with and without {@code run} beside it.
 */
class WorkerIT {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final int PENDING = 4;
  private static final Pattern OPERATION = Pattern.compile("op-[a-z0-9]{10}");
  private static final String POLICY =
      """
      roles:
        member: ["terminal:ann"]
        boss: ["terminal:boss"]
      rules:
        - name: reads
          effects: [read]
          decision: allow
        - name: own-operations
          commands: [billing]
          decision: allow
        - name: members-pay
          commands: [pay]
          roles: [member]
          decision: allow
          approval: {approvers: [boss], above: {EUR: 10}}
        - name: members-cancel
          commands: [cancel]
          roles: [member]
          decision: allow
          hold: 1s
        - name: approvers-answer
          commands: [billing-admin approve, billing-admin reject]
          decision: allow
      """;

  private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());

  @TempDir Path home;

  @BeforeEach
  void twoPeople() throws Exception {
    Files.writeString(home.resolve("policy.yaml"), POLICY);
    for (String user : new String[] {"ann", "boss"}) {
      Finished linked =
          run(sandbox.demo().token(), "link", "--platform", "console", "--user", user);
      assertThat(linked.status()).as(linked.toString()).isZero();
    }
  }

  @AfterEach
  void end() {
    sandbox.close();
  }

  @Test
  void aSecondPersonAgreesAtAnotherTerminalAndTheOwnersAccountPays() throws Exception {
    Finished asked = exec("ann", "--yes", "/pay 123 20");
    assertThat(asked.status()).as(asked.toString()).isEqualTo(PENDING);
    assertThat(sandbox.received("apply_credit")).isZero();
    String operation = operation(asked);

    assertThat(exec("ann", "/billing-admin approve " + operation).status())
        .as("nobody agrees to their own")
        .isEqualTo(1);
    assertThat(exec("boss", "/billing operations list").out()).contains(operation);

    Finished approved = exec("boss", "/billing-admin approve " + operation);

    assertThat(approved.status()).as(approved.toString()).isZero();
    assertThat(approved.out()).contains("It was done.", "console/local/ann");
    assertThat(sandbox.received("apply_credit")).isOne();
    assertThat(exec("ann", "/credit").out()).contains("130.50");
  }

  @Test
  void whatIsHeldIsSentByTheRunningBotAndRefusedWhereNoneRuns() throws Exception {
    Finished alone = exec("ann", "--yes", "/cancel server 42");
    assertThat(alone.status()).as(alone.toString()).isEqualTo(1);
    assertThat(alone.out()).contains("./tillbot run");

    Process worker = start("run");
    try {
      await()
          .atMost(LONGEST)
          .pollInterval(Duration.ofMillis(500))
          .until(() -> exec("ann", "--yes", "/cancel server 42").status() == PENDING);
      await().atMost(LONGEST).until(() -> sandbox.received("request_cancellation") == 1);
      await()
          .atMost(LONGEST)
          .until(
              () ->
                  exec("ann", "/billing operations list --state succeeded")
                      .out()
                      .contains("/cancel server"));
    } finally {
      worker.destroy();
      assertThat(worker.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)).as("it ends").isTrue();
    }
    assertThat(sandbox.received("request_cancellation")).as("sent once").isOne();
    assertThat(exec("ann", "--yes", "/cancel server 41").status())
        .as("no bot runs any more")
        .isEqualTo(1);
  }

  private record Finished(int status, String out) {}

  private static String operation(Finished asked) {
    Matcher matcher = OPERATION.matcher(asked.out());
    assertThat(matcher.find()).as(asked.toString()).isTrue();
    return matcher.group();
  }

  private Finished exec(String user, String... arguments) throws Exception {
    String[] all = new String[arguments.length + 3];
    all[0] = "exec";
    all[1] = "--as";
    all[2] = user;
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return run("", all);
  }

  private Finished run(String input, String... arguments) throws Exception {
    Process process = start(arguments);
    try (var stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    }
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)).isTrue();
    return new Finished(process.exitValue(), out);
  }

  private Process start(String... arguments) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(Packaged.command(home, List.of(), arguments))
            .directory(home.toFile())
            .redirectErrorStream(true);
    Packaged.prepare(
        builder.environment(),
        Map.of(
            "TILLBOT_BILLING_URL",
            sandbox.whmcs().toString(),
            "TILLBOT_POLICY_PATH",
            "policy.yaml"));
    return builder.start();
  }
}
