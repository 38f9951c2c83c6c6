package io.tillbot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.squareup.moshi.JsonReader;
import io.tillbot.adapter.sandbox.Sandbox;
import io.tillbot.adapter.sandbox.SandboxOptions;
import io.tillbot.adapter.sandbox.fault.Fault;
import io.tillbot.adapter.sandbox.fault.FaultKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program as a process of its own, as a person starts it. */
class TillbotIT {
  private static final int PATIENCE_SECONDS = 60;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(PATIENCE_SECONDS);

  @TempDir Path home;

  @Test
  void execAnswersWithOneJsonObjectAndItsPdf() throws Exception {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
      Map<String, String> environment = environment(sandbox);
      Finished linked =
          run(
              environment,
              sandbox.demo().token(),
              "link",
              "--platform",
              "console",
              "--workspace",
              "local",
              "--user",
              "ann");
      assertThat(linked.status()).as(linked.toString()).isZero();

      Finished asked = run(environment, "", "exec", "--as", "ann", "--json", "/invoice 123");

      assertThat(asked.status()).as(asked.toString()).isZero();
      assertThat(asked.err()).isEmpty();
      assertThat(keys(asked.out())).contains("outcome", "fields", "files", "correlation");
      assertThat(home.resolve("downloads/invoice-123.pdf")).isRegularFile();
    }
  }

  @Test
  void aProcessBesideAnotherOnTheSameStoreIsServedAsWell() throws Exception {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
      Map<String, String> environment = environment(sandbox);
      Process console = start(environment, "console", "--as", "ann");
      try {
        Finished linked =
            run(
                environment,
                sandbox.demo().token(),
                "link",
                "--platform",
                "console",
                "--user",
                "ann");
        assertThat(linked.status()).as(linked.toString()).isZero();
        console.getOutputStream().write("credit\n".getBytes(StandardCharsets.UTF_8));
        assertThat(finish(console, "").out()).contains("150.50");
      } finally {
        console.destroyForcibly();
      }
    }
  }

  @Test
  void aChangeThatIsBeingSentIsToldToItsEndEvenWhenASignalComes() throws Exception {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
      Map<String, String> environment = environment(sandbox);
      run(environment, sandbox.demo().token(), "link", "--platform", "console", "--user", "ann");
      sandbox.add(Fault.of(FaultKind.DELAY_AFTER).on("apply_credit").withValue(2_000));
      Process paying = start(environment, "exec", "--as", "ann", "--yes", "/pay 123 5");
      await().atMost(LONGEST_WAIT).until(() -> sandbox.received("apply_credit") == 1);

      // Not the process itself: that would close its output, too.
      paying.toHandle().destroy();

      Finished finished = finish(paying, "");
      assertThat(finished.out()).contains("5.00 EUR of invoice 123 was paid from your credit");
      assertThat(sandbox.received("apply_credit")).isEqualTo(1);
    }
  }

  @Test
  void theSandboxPrintsItsAddressAndEndsOnASignal() throws Exception {
    Process sandbox = start(Map.of(), "sandbox", "--port", "0");
    try (var lines = sandbox.inputReader(StandardCharsets.UTF_8)) {
      assertThat(lines.readLine()).contains("http://127.0.0.1:").contains("/whmcs.php");
      sandbox.destroy();
      assertThat(sandbox.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    } finally {
      sandbox.destroyForcibly();
    }
  }

  @Test
  void theDemoAnswersInUtf8WhateverTheLocaleOfTheShell() throws Exception {
    Finished demo =
        finish(start(Map.of("LC_ALL", "C"), "demo", "--lang", "ru"), "/invoice 123\nexit\n");

    assertThat(demo.status()).as(demo.toString()).isZero();
    assertThat(demo.out()).contains("Счёт 123", "121,00");
  }

  private Map<String, String> environment(Sandbox sandbox) {
    return Map.of(
        "TILLBOT_BILLING_URL",
        sandbox.whmcs().toString(),
        "TILLBOT_POLICY_PATH",
        Bench.OPEN_POLICY.toString());
  }

  private Finished run(Map<String, String> environment, String input, String... arguments)
      throws Exception {
    return finish(start(environment, arguments), input);
  }

  private Process start(Map<String, String> environment, String... arguments) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(Packaged.command(home, List.of(), arguments)).directory(home.toFile());
    Packaged.prepare(builder.environment(), environment);
    return builder.start();
  }

  private static Finished finish(Process process, String input) throws Exception {
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    }
    AtomicReference<String> err = new AtomicReference<>("");
    Thread reader = Thread.ofVirtual().start(() -> err.set(text(process.getErrorStream())));
    String out = text(process.getInputStream());
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("it ends").isTrue();
    reader.join();
    return new Finished(process.exitValue(), out, err.get());
  }

  private static String text(InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException gone) {
      return "";
    }
  }

  private static List<String> keys(String json) throws IOException {
    List<String> keys = new ArrayList<>();
    try (JsonReader reader = JsonReader.of(new Buffer().writeUtf8(json))) {
      reader.beginObject();
      while (reader.hasNext()) {
        keys.add(reader.nextName());
        reader.skipValue();
      }
      reader.endObject();
      assertThat(reader.peek()).isEqualTo(JsonReader.Token.END_DOCUMENT);
    }
    return keys;
  }

  private record Finished(int status, String out, String err) {}
}
