package io.tillbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody who knows nothing starts the packaged demo and gets along by what the program itself
 * says: help leads to each next step, and each step's card says that it was done.
 */
class StrangersPathIT {
  private static final long LONGEST_SECONDS = 120;

  @TempDir private Path home;

  @Test
  void theDemoTeachesItsOwnWayFromAnInvoiceToAContact() throws Exception {
    String shown =
        demo(
            "help",
            "help invoice",
            "/invoice 123",
            "help invoices",
            "/invoices unpaid",
            "help pay",
            "/pay 123 50",
            "yes",
            "help mass-pay",
            "/mass-pay 101 102",
            "yes",
            "help top-up",
            "/top-up 25",
            "yes",
            "help cancel server",
            "/cancel server 54 moving away",
            "yes",
            "/cancel list",
            "help cancel undo",
            "/cancel undo 54",
            "yes",
            "/contact list",
            "help contact edit",
            "/contact edit 501",
            "",
            "",
            "Newname",
            "",
            "yes",
            "/contact list",
            "exit");

    assertThat(shown)
        .contains("/billing help pay")
        .containsSubsequence(
            "What you can do",
            "New here?",
            "How to use /invoice",
            "What usually comes next: /pay",
            "Saved: ",
            "How to use /invoices",
            "unpaid invoices",
            "How to use /pay",
            "Pay 50.00 EUR of invoice 123 from your credit",
            "71.00 EUR",
            "50.00 EUR of invoice 123 was paid from your credit",
            "How to use /mass-pay",
            "No money moves until that one is paid.",
            "now combines 101, 102",
            "How to use /top-up",
            "was made to raise your credit by 25.00 EUR",
            "How to use /cancel server",
            "What usually comes next: /cancel undo",
            "Server 54 ends with its paid period",
            "2 cancellation requests",
            "/cancel undo 54",
            "How to use /cancel undo",
            "Server 54 stays: its cancellation is taken back",
            "3 contacts",
            "How to use /contact edit",
            "Example → Newname",
            "Contact 501",
            "Anna Newname");
    assertThat(home.resolve("files/invoice-123.pdf")).isRegularFile();
  }

  private String demo(String... lines) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Packaged.command(
                home,
                List.of(),
                "demo",
                "--lang",
                "en",
                "--save-to",
                home.resolve("files").toString()));
    Packaged.prepare(builder.environment(), Map.of());
    builder.directory(home.toFile()).redirectErrorStream(true);
    builder.redirectInput(ProcessBuilder.Redirect.PIPE);
    Path output = home.resolve("output.txt");
    builder.redirectOutput(output.toFile());
    Process process = builder.start();
    try (var keyboard = process.outputWriter(StandardCharsets.UTF_8)) {
      keyboard.write(String.join("\n", List.of(lines)) + "\n");
    }
    assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).as("it ends").isTrue();
    String shown = Files.readString(output);
    assertThat(process.exitValue()).as(shown).isZero();
    return shown;
  }
}
