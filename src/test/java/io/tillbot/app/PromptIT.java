package io.tillbot.app;

import static io.tillbot.app.PseudoTerminal.CTRL_C;
import static io.tillbot.app.PseudoTerminal.CTRL_D;
import static io.tillbot.app.PseudoTerminal.ENTER;
import static io.tillbot.app.PseudoTerminal.TAB;
import static io.tillbot.app.PseudoTerminal.UP;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.adapter.sandbox.Sandbox;
import io.tillbot.adapter.sandbox.SandboxOptions;
import io.tillbot.adapter.sandbox.fault.Fault;
import io.tillbot.adapter.sandbox.fault.FaultKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program at a real pseudo-terminal, as a person sits before it. */
class PromptIT {
  private static final String PROMPT = "tillbot> ";
  private static final String COLOUR = "\u001b\\[[0-9;]+m";
  private static final String CONTROL = "\u001b\\[[0-9;?]*[A-Za-z]|\u001b[=>]";

  @TempDir private static Path home;
  private static Sandbox sandbox;

  @BeforeAll
  static void link() throws Exception {
    sandbox = Sandbox.start(SandboxOptions.defaults());
    ProcessBuilder link =
        new ProcessBuilder(
            Packaged.command(
                home,
                List.of(),
                "link",
                "--platform",
                "console",
                "--user",
                "ann",
                "--kind",
                "api-key"));
    Packaged.prepare(link.environment(), environment());
    Process linking = link.directory(home.toFile()).start();
    try (var secret = linking.getOutputStream()) {
      secret.write(sandbox.demo().apiKey().getBytes(StandardCharsets.UTF_8));
    }
    assertThat(linking.waitFor(90, TimeUnit.SECONDS)).isTrue();
    assertThat(linking.exitValue()).isZero();
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @Test
  void commandsAndTheCallersOwnInvoicesAreCompletedByTab() throws Exception {
    try (PseudoTerminal terminal = console(Map.of())) {
      terminal.await(PROMPT);
      terminal.type("/inv" + TAB).await("/invoice");
      terminal.type(TAB).await("Lists your invoices");
      terminal.type(CTRL_C).await(PROMPT);
      // What the first press does not wait for, a later one finds.
      terminal.type("/invoice 12" + TAB + TAB);
      terminal.await(dueInTenDays());
      // Columns are aligned: how many blanks there are depends on the days' digits.
      assertThat(terminal.shown().replaceAll(CONTROL, ""))
          .containsPattern("123 +\\(Unpaid")
          .containsPattern("124 +\\(Unpaid");
      terminal.type(CTRL_C).await(PROMPT);
      terminal.type("/invoices un" + TAB + ENTER).await("unpaid");
      terminal.await("Owed in EUR");
      terminal.await(PROMPT);
      leave(terminal);
    }
  }

  @Test
  void aCardHasColoursAndFollowsTheWidth() throws Exception {
    try (PseudoTerminal terminal = console(Map.of())) {
      terminal.await(PROMPT);
      terminal.type("/invoices unpaid" + ENTER).await("unpaid\r");
      String wide = terminal.await(PROMPT);
      assertThat(wide).containsPattern(COLOUR);
      assertThat(lines(wide)).anyMatch(line -> line.length() > 40);

      terminal.resize(40);
      terminal.type("/invoices unpaid" + ENTER).await("unpaid\r");
      assertThat(lines(terminal.await(PROMPT))).allMatch(line -> line.length() <= 40);
      leave(terminal);
    }
  }

  @Test
  void aSecretIsNeitherShownNorKept() throws Exception {
    try (PseudoTerminal terminal = console(Map.of())) {
      terminal.await(PROMPT);
      terminal.type("/billing link" + ENTER).await("[1]: ");
      terminal.type("1" + ENTER).await("empty cancels: ");
      terminal.type("s3cret-value" + ENTER).await("Not linked");
      terminal.await(PROMPT);
      terminal.type("/billing link" + ENTER).await("[1]: ");
      terminal.type(CTRL_C).await("Nothing was changed");
      terminal.await(PROMPT);
      leave(terminal);
      assertThat(terminal.shown()).doesNotContain("s3cret");
      assertThat(history()).content().contains("/billing link").doesNotContain("s3cret", ":1\n");
    }
  }

  @Test
  void aPaymentIsSentAfterAPlainYesAndNothingAfterANo() throws Exception {
    try (PseudoTerminal terminal = console(Map.of())) {
      terminal.await(PROMPT);
      terminal.type("/pay 123 5" + ENTER).await("Confirm? yes/no:");
      terminal.type("no" + ENTER).await("Nothing was changed");
      terminal.await(PROMPT);
      assertThat(sandbox.received("apply_credit")).isZero();

      terminal.type("/pay 123 5" + ENTER).await("Confirm? yes/no:");
      terminal.type("perhaps" + ENTER).await("Confirm? yes/no:");
      terminal.type("yes" + ENTER).await("was paid from your credit");
      terminal.await(PROMPT);
      assertThat(sandbox.received("apply_credit")).isEqualTo(1);
      leave(terminal);
    }
  }

  /** When the demo customer's invoice 123 is due, as a card writes it. */
  private static String dueInTenDays() {
    return LocalDate.now(ZoneOffset.UTC)
        .plusDays(10)
        .format(DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH));
  }

  @Test
  void ctrlCLeavesASlowReadAndTheTalkGoesOn() throws Exception {
    sandbox.add(Fault.of(FaultKind.DELAY).on("getcredits").withValue(120_000).times(1));
    try (PseudoTerminal terminal = console(Map.of())) {
      terminal.await(PROMPT);
      terminal.type("/credit" + ENTER).await("… waiting for the billing system");
      terminal.type(CTRL_C).await("No longer waiting");
      terminal.await(PROMPT);
      terminal.type("/invoice 123 --no-pdf" + ENTER).await("Dedicated server");
      terminal.await(PROMPT);
      leave(terminal);
    }
  }

  @Test
  void ctrlCAtThePromptClearsTheLineAndCtrlDLeaves() throws Exception {
    try (PseudoTerminal terminal = console(Map.of())) {
      terminal.await(PROMPT);
      terminal.type("/billing unlink" + CTRL_C).await(PROMPT);
      terminal.type(CTRL_C).await("Ctrl-D or exit leaves");
      terminal.await(PROMPT);
      leave(terminal);
      assertThat(terminal.shown()).doesNotContain("not linked");
    }
  }

  @Test
  void theHistoryIsPrivateDiscreetAndThereNextTime() throws Exception {
    try (PseudoTerminal terminal = console(Map.of())) {
      terminal.await(PROMPT);
      terminal.type(" /billing help" + ENTER).await("/transactions");
      terminal.await(PROMPT);
      terminal.type("/invoice 0123456789abcdef0123" + ENTER).await("is not a number");
      terminal.await(PROMPT);
      terminal.type("/pdf 101" + ENTER).await("Saved:");
      terminal.await(PROMPT);
      leave(terminal);
    }
    assertThat(history())
        .content()
        .contains("/pdf 101")
        .doesNotContain("/billing help", "0123456789abcdef");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history())))
        .isEqualTo("rw-------");
    try (PseudoTerminal terminal = console(Map.of())) {
      terminal.await(PROMPT);
      terminal.type(UP).await("/pdf 101");
      terminal.type(CTRL_C).await(PROMPT);
      leave(terminal);
    }
  }

  @Test
  void withoutColoursThereAreNone() throws Exception {
    try (PseudoTerminal terminal = console(Map.of("NO_COLOR", "1"))) {
      terminal.await(PROMPT);
      terminal.type("/in" + TAB + TAB).await("Lists your invoices");
      terminal.type(CTRL_C).await(PROMPT);
      terminal.type("/invoices unpaid" + ENTER).await("Owed in EUR");
      terminal.await(PROMPT);
      leave(terminal);
      // Reverse video marks where one is in a menu; it is no colour.
      assertThat(terminal.shown()).doesNotContainPattern("\u001b\\[[0-9;]*[349][0-7]m");
    }
  }

  @Test
  void aDumbTerminalGetsTextAlone() throws Exception {
    try (PseudoTerminal terminal = console(Map.of("TERM", "dumb"))) {
      terminal.await(PROMPT);
      terminal.type("/invoices unpaid\n").await("Owed in EUR");
      terminal.await(PROMPT);
      terminal.type("exit\n");
      assertThat(terminal.end()).isZero();
      assertThat(terminal.shown()).doesNotContain("\u001b");
    }
  }

  @Test
  void theDemoIsAtHomeAtATerminalAsWell() throws Exception {
    Path own = Files.createDirectories(home.resolve("demo"));
    try (PseudoTerminal terminal =
        PseudoTerminal.start(
            own, Packaged.command(own, List.of(), "demo", "--lang", "ru"), Map.of())) {
      terminal.await(PROMPT);
      terminal.type("/invoices un" + TAB + ENTER).await("Долг в EUR");
      terminal.await(PROMPT);
      leave(terminal);
      assertThat(own.resolve(".local/state/tillbot/history"))
          .as("no history of a demonstration")
          .doesNotExist();
    }
  }

  @Test
  void execDoesWithoutTheLineEditor() throws Exception {
    Path loaded = home.resolve("loaded.txt");
    List<String> options = List.of("-Xlog:class+load:file=" + loaded);
    try (PseudoTerminal terminal =
        PseudoTerminal.start(
            home,
            Packaged.command(home, options, "exec", "--as", "ann", "/pdf 101"),
            environment())) {
      assertThat(terminal.end()).as(terminal.shown()).isZero();
    }
    assertThat(loaded)
        .content()
        .contains("io.tillbot.adapter.console.OneShot")
        .doesNotContain("org.jline.terminal", "org.jline.reader");
  }

  private static PseudoTerminal console(Map<String, String> more) throws IOException {
    Map<String, String> environment = new HashMap<>(environment());
    environment.putAll(more);
    return PseudoTerminal.start(
        home,
        Packaged.command(home, List.of(), "console", "--as", "ann", "--lang", "en"),
        environment);
  }

  private static Map<String, String> environment() {
    return Map.of(
        "TILLBOT_BILLING_URL",
        sandbox.whmcs().toString(),
        "TILLBOT_POLICY_PATH",
        Bench.OPEN_POLICY.toString());
  }

  /** Only at the prompt is Ctrl-D a key; before it, the system takes it. */
  private static void leave(PseudoTerminal terminal) throws InterruptedException {
    terminal.type(CTRL_D);
    assertThat(terminal.end()).as(terminal.shown()).isZero();
  }

  private static Path history() {
    return home.resolve(".local/state/tillbot/history");
  }

  private static List<String> lines(String shown) {
    return shown.replaceAll(CONTROL, "").lines().map(line -> line.replace("\r", "")).toList();
  }
}
