package io.tillbot.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.adapter.sandbox.Sandbox;
import io.tillbot.adapter.sandbox.SandboxOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the Dockerfile makes, made below another root, without Docker: the same steps with the same
 * arguments, the same entry point, working directory and environment.
 */
class ImageIT {
  private static final String JAVA = Path.of(System.getProperty("java.home"), "bin").toString();
  private static final int PATIENCE_SECONDS = 60;
  private static final int TERMINATED = 128 + 15;

  @TempDir static Path root;
  private static Dockerfile dockerfile;
  private static Path installation;
  private static Path state;
  private static Map<String, String> installed;

  @BeforeAll
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  static void install() throws Exception {
    dockerfile = Dockerfile.read();
    installation = below(dockerfile.step("install").getLast());
    state = below(dockerfile.step("state").getFirst());
    Files.createDirectories(installation.getParent());
    Files.createDirectories(state.getParent());
    script("install", Dockerfile.ROOT.toString(), installation.toString());
    script("state", state.toString());
    installed = contents(installation);
  }

  /** Whatever a test has run. */
  @AfterEach
  void theInstallationIsAsItWas() throws IOException {
    assertThat(contents(installation)).isEqualTo(installed).hasSizeGreaterThan(20);
  }

  @Test
  void itSaysItsVersion() throws Exception {
    Finished version = Finished.of(start(Map.of(), "--version"));

    assertThat(version.status()).as(version.toString()).isZero();
    assertThat(version.out()).startsWith("Tillbot ");
    assertThat(version.err()).isEmpty();
  }

  @Test
  void execAnswersAndKeepsItsStateApart() throws Exception {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
      Map<String, String> billing = Map.of("TILLBOT_BILLING_URL", sandbox.whmcs().toString());
      Process link = start(billing, "link", "--platform", "console", "--user", "ann");
      try (OutputStream in = link.getOutputStream()) {
        in.write(sandbox.demo().token().getBytes(StandardCharsets.UTF_8));
      }
      Finished linked = Finished.of(link);
      assertThat(linked.status()).as(linked.toString()).isZero();

      Finished asked = Finished.of(start(billing, "exec", "--as", "ann", "--json", "/invoice 123"));

      assertThat(asked.status()).as(asked.toString()).isZero();
      assertThat(asked.err()).isEmpty();
      assertThat(asked.out()).startsWith("{\"outcome\":\"answered\"");
      assertThat(state.resolve("data/tillbot.db")).isNotEmptyFile();
      assertThat(state.resolve("keys/keyset.json")).isNotEmptyFile();
      assertThat(state.resolve("downloads/invoice-123.pdf")).isNotEmptyFile();
    }
  }

  @Test
  void theMountedFileOfSettingsIsRead() throws Exception {
    Path settings = Files.createDirectories(state.resolve("config")).resolve("tillbot.yaml");
    Files.writeString(settings, "http:\n  prt: 1\n");
    try {
      Finished refused = Finished.of(start(Map.of(), "exec", "/billing help"));

      assertThat(refused.status()).isEqualTo(2);
      assertThat(refused.err()).contains("http.prt is not a key; did you mean http.port?");
    } finally {
      Files.delete(settings);
    }
  }

  @Test
  void theArchiveOfClassesIsUsed() throws Exception {
    Map<String, String> verbose =
        Map.of("TILLBOT_JAVA_OPTS", "-XX:+UseSerialGC -Xlog:class+load:stderr");

    Finished run = Finished.of(start(verbose, "exec", "--as", "ann", "/billing help"));

    assertThat(run.status()).as(run.out()).isZero();
    assertThat(run.err())
        .containsPattern("io[.]tillbot[.]app[.]Main source: shared objects file \\(top\\)")
        .containsPattern("io[.]tillbot[.]core[.]Bot source: shared objects file \\(top\\)");
  }

  @Test
  void theSignalReachesTheProgramItself() throws Exception {
    Process sandbox = start(Map.of(), "sandbox", "--port", "0");
    try (BufferedReader lines = sandbox.inputReader(StandardCharsets.UTF_8)) {
      assertThat(lines.readLine()).contains("http://127.0.0.1:");
      assertThat(sandbox.info().command())
          .hasValueSatisfying(it -> assertThat(it).endsWith("/java"));
      sandbox.destroy();
      assertThat(sandbox.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(sandbox.exitValue()).isEqualTo(TERMINATED);
    } finally {
      sandbox.destroyForcibly();
    }
  }

  private static Process start(Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = dockerfile.entrypointBelow(root);
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(state.toFile());
    Map<String, String> all = new HashMap<>(environment);
    dockerfile.environment().forEach((name, value) -> all.put(name, moved(value)));
    builder.environment().clear();
    builder.environment().put("PATH", JAVA + ":/usr/bin:/bin");
    builder.environment().putAll(all);
    return builder.start();
  }

  private static String moved(String value) {
    return value.startsWith("/") ? root + value : value;
  }

  private static Path below(String path) {
    return Path.of(root + path);
  }

  private static void script(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Dockerfile.ROOT.resolve("tools/image.sh").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("PATH", JAVA + ":/usr/bin:/bin");
    Finished finished = Finished.of(builder.start());
    assertThat(finished.status()).as(finished.toString()).isZero();
  }

  /** Names, sizes, times and modes: what a write would change. */
  private static Map<String, String> contents(Path directory) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.toList()) {
        PosixFileAttributes is =
            Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        contents.put(
            directory.relativize(file).toString(),
            "%d %s %s".formatted(is.size(), is.lastModifiedTime(), is.permissions()));
      }
    }
    return contents;
  }
}
