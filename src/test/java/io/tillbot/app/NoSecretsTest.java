package io.tillbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import io.tillbot.adapter.sandbox.book.Token;
import io.tillbot.adapter.sandbox.fault.Fault;
import io.tillbot.adapter.sandbox.fault.FaultKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * No secret in anything that a full run of all commands writes: standard output and error, every
 * log line at the finest level with its stack, every file of the program.
 */
class NoSecretsTest {
  /** Stands for what people type about themselves. */
  private static final String PRIVATE = "Quentinova";

  private static final List<String> LINES =
      List.of(
          "/invoice 123",
          "/invoices",
          "/invoices overdue --location whmcs_eu",
          "/pdf 123 --proforma",
          "/credit",
          "/server show 42",
          "/server invoices 42",
          "/transactions",
          "/billing help",
          "/billing status",
          "/billing accounts",
          "/billing overview",
          "/billing use 1001",
          "/billing use a-key-perhaps",
          "/billing link",
          "/invoice 999999",
          "/pay-methods 123",
          "/pay 123",
          "/mass-pay",
          "/cancel list",
          "/account show",
          "/account edit",
          "/contact list",
          "/contact edit 501",
          "/billing-admin groups",
          "nonsense");

  /** What changes something, once in a run. */
  private static final List<String> CHANGES =
      List.of(
          "/pay 103 1",
          "/top-up 25 " + PRIVATE,
          "/mass-pay 101 102",
          "/server bill 53",
          "/cancel server 54 " + PRIVATE,
          "/cancel undo 54",
          "/cancel subscription 43 " + PRIVATE,
          "/account edit --last-name " + PRIVATE,
          "/account reset-password",
          "/contact add --first-name " + PRIVATE + " --email " + PRIVATE + "@example.com",
          "/contact edit 501 --last-name " + PRIVATE,
          "/contact delete 502");

  @TempDir Path home;
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final List<String> written = new ArrayList<>();
  private final Set<String> sessions = new TreeSet<>();
  private Level before = Level.INFO;
  private final List<Appender<ILoggingEvent>> others = new ArrayList<>();
  private Bench bench;

  @BeforeEach
  void start() {
    // The sandbox's own server sees the secrets, as the real one does: its wire log is not ours.
    ((Logger) LoggerFactory.getLogger("org.eclipse.jetty")).setLevel(Level.INFO);
    before = root.getLevel();
    root.iteratorForAppenders().forEachRemaining(others::add);
    others.forEach(root::detachAppender);
    root.setLevel(Level.TRACE);
    log.start();
    root.addAppender(log);
    bench = Bench.start(home);
  }

  @AfterEach
  void stop() {
    bench.close();
    root.detachAppender(log);
    others.forEach(root::addAppender);
    root.setLevel(before);
  }

  @Test
  void noSecretIsWrittenByAnyCommandWhateverTheApiDoes() throws IOException {
    link("api-key", bench.demo().apiKey());
    runAll();
    keepSessions();
    for (FaultKind kind : FaultKind.values()) {
      // A shape is no fault, and a delay ends in the same time-out as a lost connection.
      if (kind != FaultKind.SHAPE && kind != FaultKind.DELAY) {
        bench.sandbox().clearFaults();
        bench.sandbox().add(Fault.of(kind));
        run("exec", "--as", "ann", "--json", "/credit");
      }
    }
    bench.sandbox().clearFaults();
    CHANGES.forEach(line -> keep(bench.exec("--yes", "--json", line)));
    link("token", bench.demo().token());
    runAll();
    keepSessions();
    run("exec", "--as", "ann", "/billing unlink");
    link("token", "a-token-that-nobody-accepts");

    List<String> everything = everything();
    assertThat(everything).as("it looked at output, logs and files").hasSizeGreaterThan(50);
    assertThat(sessions).as("the API key was exchanged for sessions").hasSizeGreaterThan(10);
    secrets().forEach(secret -> assertThat(everything).noneMatch(text -> text.contains(secret)));
  }

  @Test
  void whatPeopleTypeAboutThemselvesIsInNoLogAndNoFile() throws IOException {
    link("token", bench.demo().token());
    for (String line : CHANGES) {
      Bench.Run run = bench.exec("--yes", line);
      assertThat(run.status()).as(run.out()).isZero();
    }
    written.clear();
    assertThat(everything()).noneMatch(text -> text.contains(PRIVATE));
  }

  private List<String> secrets() {
    List<String> secrets = new ArrayList<>(sessions);
    secrets.add(bench.demo().apiKey());
    secrets.add(bench.demo().token());
    secrets.add("a-token-that-nobody-accepts");
    return secrets;
  }

  /** Every token that the sandbox has given out so far. */
  private void keepSessions() {
    bench
        .sandbox()
        .books()
        .read(view -> view.all(Token.class))
        .forEach(token -> sessions.add(token.value()));
  }

  @Test
  void theSearchFindsASecretThatIsThere() throws IOException {
    Files.writeString(home.resolve("leak.txt"), bench.demo().token());
    root.debug("leaking {}", bench.demo().apiKey());

    assertThat(everything()).anyMatch(text -> text.contains(bench.demo().token()));
    assertThat(everything()).anyMatch(text -> text.contains(bench.demo().apiKey()));
  }

  private void link(String kind, String secret) {
    keep(bench.run(secret, "link", "--platform", "console", "--kind", kind, "--user", "ann"));
  }

  private void runAll() {
    for (String line : LINES) {
      keep(bench.exec(line));
      keep(bench.exec("--json", "--lang", "ru", line));
    }
  }

  private void run(String... arguments) {
    keep(bench.run("", arguments));
  }

  private void keep(Bench.Run run) {
    written.add(run.out());
    written.add(run.err());
  }

  private List<String> everything() throws IOException {
    List<String> all = new ArrayList<>(written);
    for (ILoggingEvent event : List.copyOf(log.list)) {
      all.add(event.getFormattedMessage());
      if (event.getThrowableProxy() != null) {
        all.add(ThrowableProxyUtil.asString(event.getThrowableProxy()));
      }
    }
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.add(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return all;
  }
}
