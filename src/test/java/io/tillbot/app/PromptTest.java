package io.tillbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./tillbot demo} and {@code ./tillbot console}, typed into from a pipe. */
class PromptTest {
  @TempDir Path home;
  private Bench bench;

  @BeforeEach
  void start() {
    bench = Bench.linked(home);
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void theDemoShowsAnInvoiceAndSavesItsPdfWithNothingConfigured() {
    bench.environment().clear();
    Path files = home.resolve("demo-files");

    Bench.Run run = bench.run("/invoice 123\nexit\n", "demo", "--save-to", files.toString());

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("Invoice 123", "Dedicated server").doesNotContain("\u001b");
    assertThat(files.resolve("invoice-123.pdf")).isRegularFile();
    assertThat(run.err()).isEmpty();
  }

  @Test
  void theConsoleSpeaksWithTheConfiguredApi() {
    Bench.Run run = bench.run("credit\n", "console", "--as", "ann");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("150.50 EUR");
  }

  @Test
  void theConsoleSpeaksRussianWhenAskedTo() {
    Bench.Run run = bench.run("/credit\n", "console", "--as", "ann", "--lang", "ru");

    assertThat(run.out()).contains("Баланс");
  }

  @Test
  void aSandboxWhosePortIsTakenSaysSo() {
    int taken = bench.sandbox().whmcs().getPort();

    Bench.Run run = bench.run("", "sandbox", "--port", String.valueOf(taken));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("is port " + taken + " free");
  }

  @Test
  void aSecretIsNotAskedForWhereItWouldBeSeen() {
    Bench.Run run = bench.run("/billing link\n1\nsecret-in-a-pipe\n", "console", "--as", "bob");

    assertThat(run.out()).contains("./tillbot link").doesNotContain("You are linked");
  }
}
