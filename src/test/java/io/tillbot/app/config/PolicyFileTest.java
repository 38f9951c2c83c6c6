package io.tillbot.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillbot.core.Catalogue;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.SteppedClock;
import io.tillbot.core.command.CommandRegistry;
import io.tillbot.core.support.LogCapture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the file of the policy is read, and what holds when it cannot be. */
class PolicyFileTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final CommandRegistry REGISTRY = Catalogue.toRead(Clock.systemUTC());
  private static final Path USUAL = Path.of("config/policy.yaml");

  private final SteppedClock clock = new SteppedClock(NOON);
  private final LogCapture log = LogCapture.of(PolicyFile.class);
  private final AtomicInteger writes = new AtomicInteger();

  @TempDir private Path directory;

  @AfterEach
  void stopListening() {
    log.close();
  }

  @Test
  void withoutAFileAtTheUsualPlaceWhatIsShippedHolds() {
    PolicyFile file = open(USUAL);
    assertThat(names(file)).contains("everybody-reads", "payers-move-money");
  }

  @Test
  void aFileThatComesLaterIsRead() throws IOException {
    PolicyFile file = open(USUAL);
    write(USUAL, rule("late"));
    passes(Duration.ofSeconds(1));
    assertThat(names(file)).containsExactly("late");
  }

  @Test
  void aFileThatIsNamedMustBeThere() {
    assertThatThrownBy(() -> open(Path.of("rules.yaml")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "TILLBOT_POLICY_PATH (policy.path): must name a text file in UTF-8 that can be read,"
                + " of at most 256 KiB");
  }

  @Test
  void aBrokenFileIsRefusedAtTheStartWithAllItsProblems() throws IOException {
    write(USUAL, "rules:\n  - name: a\n  - name: b\n");
    assertThatThrownBy(() -> open(USUAL))
        .isInstanceOfSatisfying(
            ConfigurationException.class,
            refusal ->
                assertThat(refusal.problems())
                    .containsExactly(
                        "config/policy.yaml line 2, rule a: must say decision: allow or"
                            + " decision: deny",
                        "config/policy.yaml line 3, rule b: must say decision: allow or"
                            + " decision: deny"));
  }

  @Test
  void whatIsNoTextIsRefused() throws IOException {
    Files.createDirectories(directory.resolve("config"));
    Files.write(directory.resolve(USUAL), new byte[] {'a', (byte) 0xff});
    assertThatThrownBy(() -> open(USUAL)).isInstanceOf(ConfigurationException.class);
    Files.delete(directory.resolve(USUAL));
    Files.createDirectories(directory.resolve(USUAL));
    assertThatThrownBy(() -> open(USUAL)).isInstanceOf(ConfigurationException.class);
  }

  @Test
  void aChangedFileIsReadAgainAfterASecondAtTheLatest() throws IOException {
    write(USUAL, rule("first"));
    PolicyFile file = open(USUAL);
    write(USUAL, rule("second"));
    assertThat(names(file)).containsExactly("first");
    passes(Duration.ofMillis(999));
    assertThat(names(file)).containsExactly("first");
    passes(Duration.ofMillis(1));
    assertThat(names(file)).containsExactly("second");
  }

  @Test
  void aClockThatWasSetBackDoesNotStopTheLooking() throws IOException {
    write(USUAL, rule("first"));
    PolicyFile file = open(USUAL);
    write(USUAL, rule("second"));
    passes(Duration.ofHours(-1));
    assertThat(names(file)).containsExactly("second");
  }

  @Test
  void aFileThatDidNotChangeIsNotReadAgain() throws IOException {
    write(USUAL, rule("first"));
    PolicyFile file = open(USUAL);
    var before = file.current();
    passes(Duration.ofSeconds(5));
    assertThat(file.current()).isSameAs(before);
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void aBrokenFileKeepsTheOldRulesAndIsLoggedOnce() throws IOException {
    write(USUAL, rule("first"));
    PolicyFile file = open(USUAL);
    write(USUAL, "rules:\n  - name: a\n    decsion: deny\n");
    for (int i = 0; i < 5; i++) {
      passes(Duration.ofSeconds(2));
      assertThat(names(file)).containsExactly("first");
    }
    assertThat(log.lines())
        .singleElement()
        .asString()
        .contains("the rules from before go on")
        .contains("config/policy.yaml line 3, rule: decsion is not a key; did you mean decision?")
        .contains("config/policy.yaml line 2, rule a: must say decision:");

    write(USUAL, rule("mended"));
    passes(Duration.ofSeconds(2));
    assertThat(names(file)).containsExactly("mended");
  }

  @Test
  void aFileThatGoesAwayLeavesItsRules() throws IOException {
    write(USUAL, rule("first"));
    PolicyFile file = open(USUAL);
    Files.delete(directory.resolve(USUAL));
    passes(Duration.ofSeconds(2));
    assertThat(names(file)).containsExactly("first");
    passes(Duration.ofSeconds(2));
    assertThat(names(file)).containsExactly("first");
    assertThat(log.lines()).hasSize(1);
  }

  @Test
  void theTerminalIsWhoeverRunsTheProgram() throws IOException {
    write(
        USUAL,
        """
        roles: {own: [terminal]}
        rules: [{name: own, roles: [own], decision: allow}]
        """);
    var role = open(USUAL).current().rules().getFirst().scope().roles().iterator().next();
    assertThat(role.has(Caller.local("operator"), Place.terminal())).isTrue();
    assertThat(role.has(Caller.local("ann"), Place.terminal())).isFalse();
  }

  private PolicyFile open(Path path) {
    return PolicyFile.open(
        new Configuration.Policy(path),
        directory,
        Optional.of(Caller.local("operator")),
        REGISTRY,
        clock);
  }

  private void passes(Duration time) {
    clock.set(clock.instant().plus(time));
  }

  /** Every version has a time of its own, however fast the test is. */
  private void write(Path path, String text) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(NOON.plusSeconds(writes.incrementAndGet())));
  }

  private static String rule(String name) {
    return "rules: [{name: %s, decision: deny}]%n".formatted(name);
  }

  private static List<String> names(PolicyFile file) {
    return file.current().rules().stream().map(rule -> rule.ref().name()).toList();
  }
}
